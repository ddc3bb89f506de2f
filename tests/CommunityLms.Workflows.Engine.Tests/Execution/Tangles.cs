using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel.Values;
using CommunityLms.Workflows.Engine.Tests.Conformance;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Workflows.Engine.Tests.Execution;

/// <summary>Processes as nobody should draw them, and everything that can happen to one.</summary>
internal static class Tangles
{
    private static readonly string[] s_kinds = ["user {0}", "xor {0}", "and {0}", "and {0}", "task {0}", "catch {0} after=PT1H", "sub {0} {{\nuser in{0}\n}}", "user {0} times=2", "service {0} activity=X", "end {0} error=E{0}", "end {0}", "script {0} script=\"1 / 0\""];

    /// <summary>Some nodes, and arrows anywhere.</summary>
    public static Gen<List<string>> Any { get; } =
        from kinds in Gen.ArrayOf(Gen.Elements(s_kinds), 8)
        from arrows in Gen.ArrayOf(Gen.Choose(0, 7).Two(), 14)
        from conditions in Gen.ArrayOf(Gen.Elements("->", "->", "-[true]->", "-[false]->", "-[null]->"), 14)
        from watched in Gen.Choose(0, 7)
        select Draw(kinds, arrows, conditions, watched);

    /// <summary>Anything at all to any instance, also what is impossible; null when the case has ended.</summary>
    public static CaseEvent? Anything(ProcessGraph graph, CaseState state, Random chance)
    {
        if (state.Status != CaseStatus.Running)
            return null;
        var at = ConformanceCase.Start;
        var instance = state.Nodes[chance.Next(state.Nodes.Count)].Number;
        var target = graph.Nodes.ElementAt(chance.Next(graph.Nodes.Count)).Id;
        var nothing = new Dictionary<string, FeelValue>();
        return chance.Next(12) switch
        {
            0 => new StepRetried(at, instance),
            1 => new StepSkipped(at, instance, nothing),
            2 => new TokenMoved(at, instance, target),
            3 => new SentBack(at, instance, target, ComesBack: chance.Next(2) == 0),
            4 => new ErrorThrown(at, instance, "E", "said so"),
            5 => new WorkFailed(at, instance, "out of paper"),
            6 => new InstanceAdded(at, instance, FeelValue.Null),
            7 when state.Subscriptions.Count > 0 => new TimerFired(at, state.Subscriptions[chance.Next(state.Subscriptions.Count)].Number),
            _ => new WorkCompleted(at, instance, nothing),
        };
    }

    private static List<string> Draw(string[] kinds, (int From, int To)[] arrows, string[] conditions, int watched)
    {
        var lines = new List<string> { "start s", "s -> n0" };
        for (var i = 0; i < kinds.Length; i++)
            lines.AddRange(string.Format(System.Globalization.CultureInfo.InvariantCulture, kinds[i], $"n{i}").Split('\n'));
        for (var i = 0; i < arrows.Length; i++)
            lines.Add($"n{arrows[i].From} {conditions[i]} n{arrows[i].To}");
        lines.AddRange([$"boundary b on=n{watched} error", $"boundary t on=n{watched} after=P1D beside", "user late", "b -> late", $"t -> n{watched}"]);
        return lines;
    }
}
