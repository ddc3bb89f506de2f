using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel.Values;
using CommunityLms.Workflows.Engine.Tests.Conformance;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Workflows.Engine.Tests.Execution;

/// <summary>What must hold of every process, whatever its shape and whatever happens to it.</summary>
public sealed class RandomProcesses
{
    private static readonly Dictionary<string, FeelValue> s_nothing = [];

    [Fact]
    public void WellFormedProcess_WhenPlayedToItsEnd_NeitherLosesNorDoublesAToken() => Prop.ForAll(Arb.From(Block.Any(30)), Arb.From(Gen.Choose(0, int.MaxValue)), (block, seed) =>
    {
        var graph = Read(block.Draw());
        var (state, events, done) = Play(graph, new Random(seed), happenings: 5_000);

        state.Status.ShouldBe(CaseStatus.Completed);
        done.ShouldBe(block.Expected().Where(t => t.Value > 0), ignoreOrder: true);
        CaseStateJson.Write(Replay(graph, events)).ShouldBe(CaseStateJson.Write(state));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void AnyProcess_WhenAnythingHappensToIt_NeverStandsStillInSilence() => Prop.ForAll(Arb.From(Tangles.Any), Arb.From(Gen.Choose(0, int.MaxValue)), (lines, seed) =>
    {
        var graph = Read(lines);
        var (state, events, _) = Play(graph, new Random(seed), happenings: 60, Tangles.Anything);

        CaseStateJson.Write(Replay(graph, events)).ShouldBe(CaseStateJson.Write(state));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static ProcessGraph Read(List<string> lines) => BpmnReader.Read(Conformance.Drawing.ToXml(lines)).Process.ShouldNotBeNull();

    private static (CaseState State, List<CaseEvent> Events, Dictionary<string, int> Done) Play(ProcessGraph graph, Random chance, int happenings, Func<ProcessGraph, CaseState, Random, CaseEvent?>? next = null)
    {
        var (state, events, done) = (CaseState.Blank, new List<CaseEvent>(), new Dictionary<string, int>(StringComparer.Ordinal));
        CaseEvent? happening = new CaseStarted(ConformanceCase.Start, s_nothing);
        for (var i = 0; i < happenings && happening is not null; i++)
        {
            var result = ProcessEngine.Step(graph, state, happening, new EngineLimits(200, 100));
            if (result.Refusal is null)
                events.Add(happening);
            foreach (var entry in result.Journal.Where(j => j.Kind == JournalKind.Completed && j.Instance != 0 && graph[j.NodeId!] is UserTask))
                done[entry.NodeId!] = done.GetValueOrDefault(entry.NodeId!) + 1;
            state = result.State;
            Inventory.Check(graph, state);
            happening = (next ?? CompleteAny)(graph, state, chance);
        }
        return (state, events, done);
    }

    private static CaseState Replay(ProcessGraph graph, List<CaseEvent> events) =>
        events.Aggregate(CaseState.Blank, (state, happened) => ProcessEngine.Step(graph, CaseStateJson.Read(CaseStateJson.Write(state)), happened, new EngineLimits(200, 100)).State);

    private static WorkCompleted? CompleteAny(ProcessGraph graph, CaseState state, Random chance)
    {
        var open = state.Nodes.Where(n => graph[n.NodeId] is UserTask && n.Repetition is null).ToList();
        return open.Count == 0 ? null : new WorkCompleted(ConformanceCase.Start, open[chance.Next(open.Count)].Number, s_nothing);
    }
}
