namespace CommunityLms.Institutes.Sample;

/// <summary>An institute to try things out with: plainly invented people in the city programme of the practice (P2).</summary>
/// <remarks>The same seed and day give the same institute on every machine. No date lies after the day given.</remarks>
/// <param name="Units">Parents before children, the institute first.</param>
internal sealed record SampleCity(IReadOnlyList<SampleUnit> Units, IReadOnlyList<SampleSubject> Subjects, IEnumerable<SamplePerson> People)
{
    /// <summary>The sample institute: twelve districts, their schools and about four hundred people, six of them with accounts.</summary>
    public static SampleCity Create(int seed, DateOnly today)
    {
        var city = Of(
            new(
                "institute", "示例市教学研究室", "Sample City Teaching Research Office", "SC", "S", "1", "示例市", HasSections: true,
                SampleSubjects.Of("CMESD"), SampleSchools.Districts, SampleAccounts.OfCity, Namesakes: []),
            seed, today);
        return city with { People = [.. city.People] };
    }

    /// <summary>The second institute, of some twenty-five people, which must never see the first.</summary>
    public static SampleCity Second(int seed, DateOnly today)
    {
        var county = Of(SampleCounty.Plan, seed, today);
        return county with { People = [.. county.People] };
    }

    /// <summary>A big city for benchmarks and import files, without accounts; its people are made as they are read, and again when read again.</summary>
    /// <param name="people">How many, exactly; about one unit for every five of them follows from it.</param>
    public static SampleCity Scale(int people, int seed, DateOnly today)
    {
        var city = Of(SampleScale.Plan(people), seed, today);
        return city with { People = city.People.Take(people) };
    }

    private static SampleCity Of(SamplePlan plan, int seed, DateOnly today)
    {
        var years = new SampleYears(today);
        var map = new SampleMap(plan, seed, years);
        return new(map.Units, plan.Subjects, new SamplePeople(plan, map, seed, years).All());
    }
}
