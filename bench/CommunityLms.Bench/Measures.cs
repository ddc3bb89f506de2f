using System.Diagnostics;
using CommunityLms.Bench.Bare;
using CommunityLms.Mentoring.MatchingRounds;

namespace CommunityLms.Bench;

/// <summary>What is measured, on one database.</summary>
internal sealed class Measures(HostUnderTest host, Database database, string folder)
{
    private const int People = 20_010; // a few of them work in the institute itself, which the table leaves out
    private const int Starts = 5;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    /// <summary>The runtime compiles what runs often once more; before that is done a page takes several times as long.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>An empty database: migrations and the sample.</summary>
    public async Task FirstStart()
    {
        await database.CreateEmpty(folder);
        await using var server = await host.Start(database, folder, sample: true);
        Report.Title($"First start with the sample, {database.Provider}");
        Console.WriteLine($"{Report.Say(server.ToFirstPage.TotalSeconds, "F1")} s to the first page");
    }

    /// <summary>A database that is there already.</summary>
    public async Task FurtherStarts()
    {
        var times = new List<(double Seconds, double Processor)>();
        for (var i = 0; i < Starts; i++)
        {
            await using var server = await host.Start(database, folder);
            times.Add((server.ToFirstPage.TotalSeconds, server.Processor.TotalSeconds));
        }
        Report.Title($"Further starts, {database.Provider}");
        Console.WriteLine($"{Report.Spread(times.Select(t => t.Seconds), "F2")} s to the first page, {Report.Spread(times.Select(t => t.Processor), "F2")} s of a processor");
    }

    /// <summary>Units and twenty thousand people, taken back once and brought again.</summary>
    public async Task Import()
    {
        await host.WriteSampleFiles(People);
        await using var server = await host.Start(database, folder);
        using var visitor = new Visitor(server.Url);
        await visitor.SignIn();
        var importing = new Importing(visitor);
        var rows = new List<string[]>();
        var units = await importing.Bring("units", Path.Combine(host.Work, "units.csv"));
        await Step("units: check", () => importing.Check(units));
        await Step("units: apply", () => importing.Apply(units));
        var people = "";
        await Step("people: upload", async () =>
        {
            var start = Stopwatch.GetTimestamp();
            people = await importing.Bring("people", Path.Combine(host.Work, "people.xlsx"));
            return Stopwatch.GetElapsedTime(start);
        });
        await Step("people: check", () => importing.Check(people));
        var figures = await importing.Figures(people);
        await Step("people: apply", () => importing.Apply(people));
        await Step("people: export", async () =>
        {
            var start = Stopwatch.GetTimestamp();
            await visitor.Download("/imports/people/export");
            return Stopwatch.GetElapsedTime(start);
        });
        await Step("people: undo", () => importing.Undo(people));
        await Step("people: check again", () => importing.Check(people));
        await Step("people: apply again", () => importing.Apply(people));
        Report.Title($"Import of {string.Join('/', figures)} people (added/changed/same/bad), {database.Provider}");
        Report.Table(["step", "seconds", "seconds of a processor", "peak of the process, MB"], rows);

        async Task Step(string name, Func<Task<TimeSpan>> step)
        {
            var before = server.Processor;
            var took = await step();
            rows.Add([name, Report.Say(took.TotalSeconds, "F1"), Report.Say((server.Processor - before).TotalSeconds, "F1"), server.PeakMegabytes.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }
    }

    /// <summary>The signed-in pages against the bare one, in turn.</summary>
    public async Task Pages()
    {
        var (institute, people) = await database.LargestInstitute();
        await using var server = await host.Start(database, folder);
        await using var bareServer = await StartBare(institute);
        using var visitor = new Visitor(server.Url);
        await visitor.SignIn();
        await Compare($"Pages with {people} people, {database.Provider}",
        [
            new("bare page", bareServer, $"/?institute={institute}"),
            new("dashboard, once more", server, "/", visitor),
            new("people, once more", server, "/institutes/people", visitor),
            new("dashboard, made anew", server, "/", visitor, Anew: true),
            new("people, made anew", server, "/institutes/people", visitor, Anew: true),
            new("people, a search", server, "/institutes/people?q=chen", visitor, Anew: true),
            new("people, the next page", server, Visitor.NextPage(await visitor.Get("/institutes/people")), visitor, Anew: true),
        ]);
    }

    /// <summary>Five thousand contracts and a year's data beside the people, then the pages of mentoring against the bare one, in turn.</summary>
    public async Task Mentoring()
    {
        var (institute, people) = await database.LargestInstitute();
        var (programme, contracts, rows) = await new PairedCity(database, institute).Fill();
        await using var server = await host.Start(database, folder);
        await using var bareServer = await StartBare(institute);
        using var admin = new Visitor(server.Url);
        await admin.SignIn();
        using var trainee = new Visitor(server.Url);
        await trainee.SignIn("trainee");
        Target[] pages =
        [
            new("programmes", server, "/mentoring/programmes", admin),
            new("contracts of the programme", server, $"/mentoring/contracts?programme={programme}", admin),
            new("my mentoring", server, "/mentoring/my", trainee),
            new("my contract with its year", server, Visitor.OwnContract(await trainee.Get("/mentoring/my")), trainee),
            new("monitoring", server, $"/mentoring/monitoring/{programme}", admin),
            new("monitoring, the silent", server, $"/mentoring/monitoring/{programme}?concern=Silent", admin),
            new("figures", server, $"/mentoring/programmes/{programme}/figures", admin),
        ];
        await Compare($"Mentoring: {contracts} contracts, {rows} lines of log and evidence, {people} people, {database.Provider}",
            [new("bare page", bareServer, $"/?institute={institute}"), .. pages, .. pages.Select(p => p with { Name = $"{p.Name}, made anew", Anew = true })]);
    }

    /// <summary>A city's matching as an office has it computed, on one core: from sending the form until the result is stored.</summary>
    public async Task Round()
    {
        var (institute, _) = await database.LargestInstitute();
        var city = new MatchedCity(database, institute);
        var rows = new List<string[]>();
        await using var server = await host.Start(database, folder);
        server.HoldToOneCore();
        using var admin = new Visitor(server.Url);
        await admin.SignIn();
        foreach (var mostPlaces in (int[])[4, 3, 4])
        {
            var round = await city.Prepare(mostPlaces);
            var page = $"/mentoring/matchings/{round}";
            var token = Visitor.Token(await admin.Get(page));
            var (start, before) = (Stopwatch.GetTimestamp(), server.Processor);
            await admin.Send($"{page}?handler=Compute", new FormUrlEncodedContent([token, new("method", "Optimum")]));
            MatchingOutcome? outcome;
            while ((outcome = await city.Outcome(round)) is null)
                await (Stopwatch.GetElapsedTime(start) < Patience ? Task.Delay(Look) : throw new InvalidOperationException("The matching wasn't computed."));
            var took = Stopwatch.GetElapsedTime(start);
            rows.Add([$"mentors take up to {mostPlaces}", Report.Say(took.TotalSeconds, "F1"), Report.Say((server.Processor - before).TotalSeconds, "F1"), Report.Say(outcome.Matched, "F0"), Report.Say(outcome.Unmatched, "F0"),
                Report.Say(outcome.TotalCost, "F0"), outcome.IsProven == true ? "yes" : "no", Report.Say(server.PeakMegabytes, "F0")]);
        }
        await city.TakeAway();
        Report.Title($"Matching of 10,000 trainees and 4,500 mentors, {database.Provider}");
        Report.Table(["round", "seconds", "seconds of a processor", "matched", "unmatched", "total cost", "proven", "peak of the process, MB"], rows);
    }

    private Task<Server> StartBare(Guid institute) =>
        Server.Start(AppContext.BaseDirectory, "CommunityLms.Bench.dll", $"/?institute={institute}", ["bare", database.Provider, database.ConnectionString], new Dictionary<string, string>());

    /// <param name="targets">The bare page first.</param>
    private static async Task Compare(string title, Target[] targets)
    {
        var bare = targets[0];
        foreach (var target in targets)
            await Load.Measure(target, WarmUp);
        var rounds = targets.ToDictionary(t => t, _ => new List<Round>());
        for (var i = 0; i < Rounds; i++)
            foreach (var target in targets)
                rounds[target].Add(await Load.Measure(target, RoundTime));
        Report.Title(title);
        Report.Table(["page", "pages a second", "of the bare page's rate", "processor, ms a page", "of the bare page's", "99 of 100 within, ms", "bytes"], targets.Select(t => (string[])
        [
            t.Name, Report.Spread(rounds[t].Select(r => r.Rate), "F0"), Report.Spread(rounds[t].Zip(rounds[bare], (r, b) => r.Rate / b.Rate), "F2"),
            Report.Spread(rounds[t].Select(r => r.Processor), "F2"), Report.Spread(rounds[t].Zip(rounds[bare], (r, b) => r.Processor / b.Processor), "F1"),
            Report.Say(Report.Median(rounds[t].Select(r => r.Slowest)), "F0"), Report.Say(rounds[t][0].Bytes, "F0"),
        ]));
    }
}
