using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Conformance;

/// <summary>
/// One case of the standard: a drawing, what happens to it, and the token trace that the standard's text demands.
/// <code>
/// == 13.4.1 A join takes one token from each flow
/// …drawing…
/// > start {amount: 3}
/// +s -s +fork -fork +a +b
/// > complete a {agreed: true}
/// -a +join
/// </code>
/// In a trace <c>+x</c> means entered, <c>-x</c> completed, <c>!x</c> withdrawn, <c>?x</c> an incident, <c>^x</c> an error thrown, <c>~x</c> caught, <c>.</c> the end of the case.
/// </summary>
internal sealed record ConformanceCase(string File, string Title, IReadOnlyList<string> Drawing, IReadOnlyList<(string Event, string Trace)> Steps)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override string ToString() => $"{File}: {Title}";

    public static IEnumerable<ConformanceCase> All()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Cases");
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            foreach (var text in System.IO.File.ReadAllText(file).Split("\n== ", StringSplitOptions.RemoveEmptyEntries).Select(t => t.StartsWith("== ", StringComparison.Ordinal) ? t[3..] : t))
                yield return Parse(Path.GetFileNameWithoutExtension(file), text.Split('\n'));
    }

    private static ConformanceCase Parse(string file, string[] lines)
    {
        var drawing = lines.Skip(1).TakeWhile(l => !l.StartsWith("> ", StringComparison.Ordinal)).ToList();
        var steps = new List<(string, string)>();
        foreach (var line in lines.Skip(1 + drawing.Count).Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                steps.Add((line[2..], ""));
            else
                steps[^1] = (steps[^1].Item1, $"{steps[^1].Item2} {line}".Trim());
        }
        return new(file, lines[0].Trim(), drawing, steps);
    }

    public ProcessGraph Read()
    {
        var file = BpmnReader.Read(Conformance.Drawing.ToXml(Drawing));
        file.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.ToString()).ShouldBeEmpty();
        return file.Process!;
    }

    /// <summary>The event a line names: <c>start {…}</c>, <c>complete a {…}</c>, <c>fire t</c>, <c>message m {…}</c>, <c>error a CODE</c>, <c>fail a</c>, <c>retry a</c>, <c>skip a</c>, <c>move a b</c>, <c>back a b</c>, <c>return a b</c>, <c>add a item</c>, <c>set {…}</c>, <c>cancel</c>. <c>a#2</c> is the second instance.</summary>
    public static CaseEvent Event(CaseState state, string line, DateTimeOffset at)
    {
        var brace = line.IndexOf('{', StringComparison.Ordinal);
        var variables = brace < 0 ? ScopeOf(FeelContext.Empty) : ScopeOf((FeelContext)FeelExpression.Parse(line[brace..]).Evaluate(new Dictionary<string, FeelValue>(), new(at)).Value);
        var words = (brace < 0 ? line : line[..brace]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int Instance() => Standing(state, words[1]);
        return words[0] switch
        {
            "start" => new CaseStarted(at, variables, words.ElementAtOrDefault(1)),
            "complete" => new WorkCompleted(at, Instance(), variables),
            "fire" => new TimerFired(at, Waiting(state, words[1])),
            "message" => new MessageArrived(at, Waiting(state, words[1]), variables),
            "error" => new ErrorThrown(at, Instance(), words[2], "said so"),
            "fail" => new WorkFailed(at, Instance(), "out of paper"),
            "retry" => new StepRetried(at, Instance()),
            "skip" => new StepSkipped(at, Instance(), variables, words.ElementAtOrDefault(2)),
            "move" => new TokenMoved(at, Instance(), words[2]),
            "back" => new SentBack(at, Instance(), words[2], ComesBack: false),
            "return" => new SentBack(at, Instance(), words[2], ComesBack: true),
            "add" => new InstanceAdded(at, Instance(), FeelValue.Of(words[2])),
            "set" => new VariablesChanged(at, variables),
            "cancel" => new CaseCancelled(at),
            _ => throw new ArgumentException($"No event is called {words[0]}.", nameof(line)),
        };
    }

    private static Dictionary<string, FeelValue> ScopeOf(FeelContext context) => new(context, StringComparer.Ordinal);

    private static int Standing(CaseState state, string name)
    {
        var (id, which) = name.Split('#') is [var node, var number] ? (node, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1) : (name, 0);
        return state.Nodes.Where(n => n.NodeId == id && n.Repetition is null).ElementAtOrDefault(which)?.Number
            ?? state.Nodes.FirstOrDefault(n => n.NodeId == id)?.Number ?? -1;
    }

    private static int Waiting(CaseState state, string id) => state.Subscriptions.FirstOrDefault(s => s.NodeId == id)?.Number ?? -1;
}
