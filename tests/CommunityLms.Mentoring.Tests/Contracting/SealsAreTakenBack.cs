using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Contracting;

public sealed class SealsAreTakenBack
{
    [Fact]
    public void Withdraw_BeforeItBegins_SendsItBackToBothSides()
    {
        var contract = A.Contract().Agreed().SignedByBoth().SealedBy(ContractStep.SchoolSeal);
        contract.WithdrawSeal(ContractStep.SchoolSeal, "Too early", A.Keeper, A.At);

        contract.State.ShouldBe(ContractState.Draft);
        contract.Confirmations.Single(c => c.SealId is not null).Withdrawn.ShouldNotBeNull().ShouldContain("Too early");
        contract.Events.OfType<ContractReopened>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Withdraw_UnderWay_LetsNothingCountUntilItIsGivenAnew()
    {
        var contract = A.Contract().Agreed().SignedByBoth().SealedBy(ContractStep.SchoolSeal).Active();
        contract.OpenStage(1, A.At);
        contract.WithdrawSeal(ContractStep.SchoolSeal, "He moved", A.Keeper, A.At);
        contract.ShouldBreak(ContractRules.SealMissing, c => c.Review(1, Side.Mentor, "Good", A.At));

        contract.Seal(ContractStep.SchoolSeal, contract.AgreedText()!.Hash, A.Keeper, A.At);

        contract.MissingSeals(new(2026, 9, 1)).ShouldBeEmpty();
        contract.Review(1, Side.Mentor, "Good", A.At);
        contract.Events.OfType<ContractStepDone>().Count(e => e.Step == ContractStep.SchoolSeal).ShouldBe(1, "The workflow asked once; what the office asked of itself isn't the workflow's.");
    }

    [Fact]
    public void Withdraw_WithoutASeal_IsRefused() =>
        A.Contract().Agreed().SignedByBoth().ShouldBreak(ContractRules.NoSealToWithdraw, c => c.WithdrawSeal(ContractStep.DistrictSeal, "Too early", A.Keeper, A.At));

    [Fact]
    public void Withdraw_WithoutReason_IsRefused() =>
        A.Contract().Agreed().SignedByBoth().SealedBy(ContractStep.SchoolSeal).ShouldBreak(ContractRules.ReasonFits, c => c.WithdrawSeal(ContractStep.SchoolSeal, " ", A.Keeper, A.At));

    [Fact]
    public void Conclude_ByBoth_GoesOnToTheEnd()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.ShouldBreak(ContractRules.NotAskedFor, c => c.Conclude(Side.Mentor, "Good", A.At));
        contract.Ask(Guid.CreateVersion7(), ContractStep.FinalReview, 0, AskedBy.Workflow, A.At);
        contract.Conclude(Side.Mentor, "Good", A.At);
        contract.Events.OfType<ContractStepDone>().ShouldNotContain(e => e.Step == ContractStep.FinalReview);
        contract.Conclude(Side.Trainee, "Very good", A.At);
        contract.Events.OfType<ContractStepDone>().ShouldContain(e => e.Step == ContractStep.FinalReview);
        contract.Complete(new(2027, 6, 30));
        contract.CompletedOn.ShouldBe(new(2027, 6, 30));
    }
}
