using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

public sealed class ContractsAreReplaced
{
    [Fact]
    public void Report_WhenTheWorkflowDoesNotAsk_IsRefused() =>
        A.Contract().Agreed().SignedByBoth().Active().ShouldBreak(ContractRules.NotAskedFor, c => Report(c, "借调"));

    [Fact]
    public void Report_WithoutWords_IsRefused() => AtMidterm().ShouldBreak(ContractRules.ReasonFits, c => Report(c, " "));

    [Fact]
    public void Report_AtMidterm_EndsTheContractAndKeepsWhoSaidSo()
    {
        var contract = AtMidterm();
        Report(contract, "借调");
        (contract.State, contract.StatusReason, contract.Awaited.Count).ShouldBe((ContractState.Ended, nameof(WithdrawalReason.MentorStopped), 0));
        contract.Confirmations.ShouldContain(c => c.Step == ContractStep.Midterm && c.Refused == "借调" && c.SealId == A.Keeper.SealId);
        contract.Events.OfType<ContractEnded>().ShouldHaveSingleItem().Outcome.ShouldBe(ContractOutcome.Withdrawn);
    }

    [Fact]
    public void Contract_InPlaceOfAnother_BeginsThatDayWithTheStagesThatAreLeft()
    {
        var ended = AtMidterm();
        var next = new Contract(A.Programme(), A.Mentor, A.Trainee, A.English, ended, new(2027, 2, 20));
        (next.ReplacesId, next.From, next.To).ShouldBe((ended.Id, new(2027, 2, 20), new(2027, 6, 30)));
        next.Stages.Select(s => s.Number).ShouldBe([2]);
    }

    [Fact]
    public void Contract_BeforeTheProgrammeBegins_BeginsWithIt() =>
        new Contract(A.Programme(), A.Mentor, A.Trainee, A.English, null, new(2026, 8, 1)).From.ShouldBe(new(2026, 9, 1));

    private static void Report(Contract contract, string words) => contract.ReportAtMidterm(WithdrawalReason.MentorStopped, words, A.Keeper, new(2027, 1, 20), A.At);

    private static Contract AtMidterm()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.Ask(Guid.CreateVersion7(), ContractStep.Midterm, 0, AskedBy.Workflow, A.At);
        return contract;
    }
}
