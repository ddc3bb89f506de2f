using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>
/// Whatever an institute's administrator asks the host for, with whatever ids and words of another institute, nothing of that institute comes
/// back, nothing of it changes and no own record refers to it. Pages, endpoints and tables are found by themselves, those of later modules too.
/// </summary>
[Collection(WithTwoInstitutes.Name)]
public sealed class InstitutesStayApart(TwoInstitutes world)
{
    private const int Samples = 200;

    /// <summary>Beside the fitting kind of record, so many others are tried in a place that is otherwise in order.</summary>
    private const int Unfitting = 3;

    [Fact]
    public async Task Get_WhenTheIdsAreTheOtherInstitutes_ShowsNothingOfIt()
    {
        var (attacked, values) = (world.Before, world.Values);
        var answers = new List<string>();
        var turn = 0;
        foreach (var ask in world.Asks.Where(a => a.Method == "GET"))
            foreach (var kind in attacked.Ids.Take(ask.TakesIds ? int.MaxValue : 1))
                answers.AddRange(Leaks(attacked, await world.Asking.Send(ask, values.Ids(kind.Rows[turn % kind.Rows.Count].Id, turn++))));

        Report(answers);
        turn.ShouldBeGreaterThan(world.Asks.Count);
    }

    [Fact]
    public void Get_WhenItSearchesForTheOthersWords_FindsNothing()
    {
        var (attacked, values) = (world.Before, world.Values);
        var searches = world.Asks.Where(a => a.Method == "GET" && a.Places.Any(p => p.Part == Part.Query && p.Type == typeof(string))).ToList();
        searches.ShouldNotBeEmpty();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Samples), Prop.ForAll(Gen.Elements<Ask>(searches).Zip(Gen.Elements<string>(attacked.Words)).ToArbitrary(), tried =>
        {
            var answer = world.Asking.Send(tried.Item1, place => place is { Part: Part.Query } && place.Type == typeof(string) ? tried.Item2 : values.Ids(Guid.Empty)(place)).GetAwaiter().GetResult();
            Report(Leaks(attacked, answer));
        }));
    }

    [Fact]
    public void Get_WithAnyIdOfTheOther_ShowsNothingOfIt()
    {
        var (attacked, values) = (world.Before, world.Values);
        var ids = attacked.Ids.SelectMany(k => k.Rows).ToList();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Samples), Prop.ForAll(Gen.Elements<Ask>(world.Asks.Where(a => a.Method == "GET" && a.TakesIds)).Zip(Gen.Elements<StoredRow>(ids)).ToArbitrary(), tried =>
            Report(Leaks(attacked, world.Asking.Send(tried.Item1, values.Ids(tried.Item2.Id)).GetAwaiter().GetResult()))));
    }

    [Fact]
    public async Task Change_WhenTheIdsAreTheOtherInstitutes_IsRefusedAndChangesNothing()
    {
        var (attacked, values) = (world.Before, world.Values);
        var answers = new List<string>();
        var turn = 0;
        foreach (var ask in world.Asks.Where(a => a is { Method: not "GET", TakesIds: true }))
            foreach (var kind in attacked.Ids)
            {
                var row = kind.Rows[turn % kind.Rows.Count];
                var answer = await world.Asking.Send(ask, place => place.IsVersion ? row.Stamp.ToString() : values.Ids(row.Id, turn)(place), row.Stamp);
                answers.AddRange(Leaks(attacked, answer));
                if (answer.IsDone && ask.Places.Any(p => p is { Part: Part.Route, IsId: true }))
                    answers.Add($"{ask} with {kind}: {(int)answer.Status}");
                turn++;
            }

        Report(answers);
        await NothingHappened();
    }

    [Fact]
    public async Task Change_WhenOneIdAmongOwnIsTheOtherInstitutes_ReachesNothingOfIt()
    {
        var (attacked, values) = (world.Before, world.Values);
        await values.Learn();
        var answers = new List<string>();
        var (turn, done) = (0, 0);
        foreach (var ask in world.Asks.Where(a => a.Method != "GET"))
            foreach (var place in ask.Places.Where(p => p.IsId).Skip(values.Own(ask, turn) is null ? 0 : 1))
                foreach (var kind in attacked.Ids.Where(k => k == Values.Fitting(place, attacked)).Concat(Enumerable.Range(turn, Unfitting).Select(i => attacked.Ids[i % attacked.Ids.Count])))
                {
                    var about = values.Own(ask, ++turn);
                    var answer = await world.Asking.Send(ask, values.OwnBut(place, kind.Rows[turn % kind.Rows.Count].Id, about, turn), about?.Stamp);
                    answers.AddRange(Leaks(attacked, answer));
                    done += answer.IsDone ? 1 : 0;
                }

        Report(answers);
        await NothingHappened();
        // The rest of each request is in order, or this would try nothing: some places take no notice of an id, and there it goes through.
        done.ShouldBeGreaterThan(0);
    }

    private async Task NothingHappened()
    {
        var (attacked, own) = await world.Hold();
        Report(attacked.ChangedSince(world.Before));
        Report(own.Rows.Select(r => (r.Key, Found: world.Before.FoundIn(r.Fingerprint, []))).Where(r => r.Found is not null).Select(r => $"{r.Key} refers to {r.Found}"));
    }

    private static IEnumerable<string> Leaks(Holdings attacked, Answer answer)
    {
        if ((int)answer.Status >= 500)
            yield return $"{answer.Ask} with {string.Join(", ", answer.Sent)}: {(int)answer.Status}";
        if (attacked.FoundIn(answer.Said, answer.Sent) is { } found)
            yield return $"{answer.Ask} with {string.Join(", ", answer.Sent)}: {found}";
    }

    private static void Report(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        // Joined, because an assertion cuts a list's lines off.
        string.Join('\n', all.Take(20)).ShouldBeEmpty($"{all.Count} faults");
    }
}
