using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Contracting;

public sealed class SealsHoldForATime
{
    private static readonly DateOnly Last = new(2027, 1, 31);
    private static readonly DateTime After = new(2027, 2, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Seal_UntilADayBehind_IsRefused()
    {
        var contract = A.Contract().Agreed().SignedByBoth();
        contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        contract.ShouldBreak(ContractRules.SealEndsInThePast, c => Seal(c, new(2026, 8, 31)));
        Seal(contract, new(2026, 9, 1));
    }

    [Fact]
    public void LookAtSeals_LongBefore_DoesNothing()
    {
        var contract = Sealed();
        contract.LookAtSeals(Last.AddDays(-31), A.At);
        contract.Awaited.ShouldBeEmpty();
        contract.Events.OfType<SealEnding>().ShouldBeEmpty();
    }

    [Fact]
    public void LookAtSeals_ThirtyDaysBefore_TellsOnceAndAsksTheOffice()
    {
        var contract = Sealed();
        contract.LookAtSeals(Last.AddDays(-30), A.At);
        contract.LookAtSeals(Last.AddDays(-29), A.At);

        contract.Events.OfType<SealEnding>().ShouldHaveSingleItem();
        contract.Awaited.ShouldHaveSingleItem().By.ShouldBe(AskedBy.Office);
        contract.MissingSeals(Last).ShouldBeEmpty("It counts to the end of its last day.");
    }

    [Fact]
    public void LookAtSeals_OfASealForTwoWeeks_TellsHalfWay()
    {
        var contract = Sealed(new(2026, 9, 15));
        contract.LookAtSeals(new(2026, 9, 7), A.At);
        contract.Awaited.ShouldBeEmpty();
        contract.LookAtSeals(new(2026, 9, 8), A.At);
        contract.Awaited.ShouldHaveSingleItem();
    }

    [Fact]
    public void Expired_UnderWay_LetsNothingCountUntilItIsGivenAnew()
    {
        var contract = Sealed().Active();
        contract.OpenStage(1, A.At);
        contract.ShouldBreak(ContractRules.SealIsOver, c => c.Review(1, Side.Mentor, "Good", After));

        contract.LookAtSeals(new(2027, 2, 1), After);
        contract.LookAtSeals(new(2027, 2, 2), After);
        contract.Events.OfType<SealExpired>().ShouldHaveSingleItem();
        contract.State.ShouldBe(ContractState.Active);
        contract.ShouldBreak(ContractRules.NoSealToWithdraw, c => c.WithdrawSeal(ContractStep.SchoolSeal, "Late", A.Keeper, After));
        contract.ShouldBreak(ContractRules.ChangeByAmendment, c => c.ReturnToSides(ContractStep.SchoolSeal, "Late", A.Keeper, After));

        Seal(contract, new(2027, 6, 30), After);
        contract.MissingSeals(new(2027, 2, 2)).ShouldBeEmpty();
        contract.Awaited.ShouldBeEmpty();
        contract.Review(1, Side.Mentor, "Good", After);
        contract.Events.OfType<ContractStepDone>().Count(e => e.Step == ContractStep.SchoolSeal).ShouldBe(1, "The workflow asked once; the renewal isn't the workflow's.");
    }

    [Fact]
    public void Renewed_BeforeItsEnd_GoesOnWithoutAGap()
    {
        var contract = Sealed().Active();
        contract.LookAtSeals(Last.AddDays(-30), A.At);
        Seal(contract, validUntil: null);

        contract.LookAtSeals(Last.AddDays(1), After);
        contract.Events.OfType<SealExpired>().ShouldBeEmpty();
        contract.Awaited.ShouldBeEmpty();
        contract.EnsureSealed(Last.AddDays(1));
        contract.Confirmations.First(c => c.SealId is not null).ExpiredAt.ShouldNotBeNull("What is over is written down.");
    }

    [Fact]
    public void Expired_WhileAnAmendmentIsOpen_IsAskedForOnlyWhenItIsGivenUp()
    {
        var contract = Sealed().Active();
        contract.Amend(A.At);
        contract.LookAtSeals(Last.AddDays(1), After);
        contract.Awaited.ShouldBeEmpty("The seals of the new text take their place.");
        contract.GiveUpAmendment(After);
        contract.Awaited.ShouldHaveSingleItem().Step.ShouldBe(ContractStep.SchoolSeal);
    }

    [Fact]
    public void Amend_WhileTheOfficeIsAsked_LetsTheAmendmentAskForItsOwnSeal()
    {
        var contract = Sealed().Active();
        contract.LookAtSeals(Last.AddDays(1), After);
        contract.Amend(After);
        contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Amendment, After);
        contract.Awaited.ShouldHaveSingleItem().By.ShouldBe(AskedBy.Amendment);
    }

    [Fact]
    public void Withdraw_OfARenewedSeal_TakesBothBack()
    {
        var contract = Sealed().Active();
        contract.LookAtSeals(Last.AddDays(-30), A.At);
        Seal(contract, validUntil: null);
        contract.WithdrawSeal(ContractStep.SchoolSeal, "He moved", A.Keeper, A.At);
        contract.ShouldBreak(ContractRules.SealMissing, c => c.EnsureSealed(Last.AddDays(-29)));
    }

    [Fact]
    public void Expired_OfACompletedContract_ChangesNothing()
    {
        var contract = Sealed().Active();
        contract.Complete(new(2027, 1, 15));
        contract.LookAtSeals(Last.AddDays(1), After);
        contract.Events.OfType<SealExpired>().ShouldBeEmpty();
        contract.Confirmations.Single(c => c.SealId is not null).ExpiredAt.ShouldBeNull();
    }

    private static Contract Sealed(DateOnly? until = null)
    {
        var contract = A.Contract().Agreed().SignedByBoth();
        contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        Seal(contract, until ?? Last);
        return contract;
    }

    private static void Seal(Contract contract, DateOnly? validUntil, DateTime? at = null) =>
        contract.Seal(ContractStep.SchoolSeal, contract.AgreedText()!.Hash, A.Keeper, at ?? A.At, validUntil);
}
