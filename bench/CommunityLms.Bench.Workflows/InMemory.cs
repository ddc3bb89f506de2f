using System.Diagnostics;
using System.Globalization;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Bench.Workflows;

/// <summary>The engine alone: no database, one thread.</summary>
internal static class InMemory
{
    private const int Rounds = 5;
    private const double Seconds = 2;
    private static readonly DateTimeOffset s_at = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, FeelValue> s_nothing = new(StringComparer.Ordinal);

    /// <summary>Cases of five tasks a second, against the npm package bpmn-engine in turn.</summary>
    public static async Task Cases(string work)
    {
        var comparison = await Comparison.Install(Path.Combine(work, "bpmn-engine"));
        var file = Path.Combine(AppContext.BaseDirectory, "FiveTasks.bpmn");
        var xml = await File.ReadAllTextAsync(file);
        var graph = BpmnReader.Read(xml).Process!;
        Rate(() => graph); // warm
        List<(double Ours, double OursReading, double Theirs, double TheirsReading)> rounds = [];
        for (var i = 0; i < Rounds; i++)
        {
            var (theirs, theirsReading) = await comparison.Run(file, Seconds);
            rounds.Add((Rate(() => graph), Rate(() => BpmnReader.Read(xml).Process!), theirs, theirsReading));
        }
        Report.Title("Five tasks in memory, cases a second");
        Report.Table(["", "this engine", "bpmn-engine", "ratio"],
        [
            ["drawing read once", Report.Spread(rounds.Select(r => r.Ours), "F0"), Report.Spread(rounds.Select(r => r.Theirs), "F0"), Report.Spread(rounds.Select(r => r.Ours / r.Theirs), "F0")],
            ["drawing read for each case", Report.Spread(rounds.Select(r => r.OursReading), "F0"), Report.Spread(rounds.Select(r => r.TheirsReading), "F0"), Report.Spread(rounds.Select(r => r.OursReading / r.TheirsReading), "F0")],
        ]);
    }

    /// <summary>Conditions as flows bear them, read before.</summary>
    public static void Conditions()
    {
        var variables = new Dictionary<string, FeelValue>(StringComparer.Ordinal)
        {
            ["days"] = FeelValue.Of(12), ["agreed"] = FeelValue.Of(true), ["kind"] = FeelValue.Of("rural"),
            ["scores"] = FeelExpression.Parse("[3, 4, 5]").Evaluate(s_nothing, new(s_at)).Value,
        };
        string[] conditions = ["agreed", "days > 10", "days > 10 and kind = \"rural\"", "days in [5..20]", "some s in scores satisfies s > 4", "mean(scores) >= 4"];
        var rows = conditions.Select(text =>
        {
            var (condition, environment) = (FeelExpression.Parse(text), new FeelEnvironment(s_at));
            Time();
            return (string[])[$"`{text}`", Report.Spread(Enumerable.Range(0, Rounds).Select(_ => Time()), "F2")];

            double Time()
            {
                const int Times = 200_000;
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < Times; i++)
                    condition.Evaluate(variables, environment);
                return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Times;
            }
        });
        Report.Title("A condition that was read before, microseconds");
        Report.Table(["condition", "µs"], rows);
    }

    private static double Rate(Func<ProcessGraph> read)
    {
        var (start, cases) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds; cases++)
            CarryThrough(read());
        return cases / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void CarryThrough(ProcessGraph graph)
    {
        var result = ProcessEngine.Step(graph, CaseState.Blank, new CaseStarted(s_at, s_nothing));
        while (result.Commands.OfType<OpenTask>().FirstOrDefault() is { } open)
            result = ProcessEngine.Step(graph, result.State, new WorkCompleted(s_at, open.Instance, s_nothing));
        if (result.State.Status != CaseStatus.Completed)
            throw new InvalidOperationException("The case did not come to its end.");
    }

    /// <summary>The npm package, in a process of Node's.</summary>
    private sealed record Comparison(string Folder)
    {
        public static async Task<Comparison> Install(string folder)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "bpmn-engine")))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            await Output("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder);
            return new Comparison(folder);
        }

        public async Task<(double ReadOnce, double ReadEach)> Run(string file, double seconds)
        {
            var figures = (await Output("node", ["run.mjs", file, seconds.ToString(CultureInfo.InvariantCulture)], Folder)).Split(' ');
            return (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
        }

        private static async Task<string> Output(string program, string[] arguments, string folder)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }
    }
}
