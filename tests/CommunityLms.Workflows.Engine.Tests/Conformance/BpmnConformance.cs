using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Engine.Tests.Conformance;

/// <summary>Every case of <c>Cases/</c>: the traces are derived from the standard's text, not from the engine.</summary>
public sealed class BpmnConformance
{
    public static IEnumerable<TheoryDataRow<string>> Titles => ConformanceCase.All().Select(c => new TheoryDataRow<string>(c.ToString()));

    [Theory, MemberData(nameof(Titles))]
    public void Case_WhenPlayed_LeavesTheTraceOfTheStandard(string title)
    {
        var played = ConformanceCase.All().Single(c => c.ToString() == title);
        var graph = played.Read();
        var state = CaseState.Blank;
        foreach (var (happening, trace) in played.Steps)
        {
            var result = ProcessEngine.Step(graph, state, ConformanceCase.Event(state, happening, ConformanceCase.Start));
            Inventory.Check(graph, result.State);
            (result.Refusal is { } refusal ? $"refused {refusal}" : Trace(result.Journal)).ShouldBe(trace, $"after “{happening}”");
            state = CaseStateJson.Read(CaseStateJson.Write(result.State));
        }
    }

    [Fact]
    public void Cases_WhenCounted_AreAtLeastForty() => ConformanceCase.All().Count().ShouldBeGreaterThanOrEqualTo(40);

    private static string Trace(IEnumerable<JournalEntry> journal) => string.Join(' ', journal.Select(Word).OfType<string>());

    private static string? Word(JournalEntry entry) => entry.Kind switch
    {
        JournalKind.Entered => $"+{entry.NodeId}",
        JournalKind.Completed => $"-{entry.NodeId}",
        JournalKind.Withdrawn => $"!{entry.NodeId}",
        JournalKind.IncidentRaised => $"?{entry.NodeId}",
        JournalKind.ErrorThrown => $"^{entry.NodeId}",
        JournalKind.Caught => $"~{entry.NodeId}",
        JournalKind.CaseEnded => ".",
        _ => null,
    };
}
