using System.Globalization;
using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Sample;

/// <summary>Fills the posts of a plan with people.</summary>
internal sealed class SamplePeople(SamplePlan plan, SampleMap map, int seed, SampleYears years)
{
    private readonly SampleCareers _careers = new(map, years);

    /// <summary>One after the other, made as they are read; reading again begins anew with the same.</summary>
    public IEnumerable<SamplePerson> All()
    {
        var accounts = plan.Accounts.ToList();
        var namesakes = new Queue<SampleName>(plan.Namesakes);
        var number = 0;
        foreach (var (post, random) in Posts())
        {
            number++;
            var account = accounts.Find(account => account.UnitKey == post.Unit.Key && account.Rank == post.Rank);
            if (account is not null)
            {
                accounts.Remove(account);
            }

            var name = account?.Name ?? (namesakes.TryDequeue(out var namesake) ? namesake : SampleNames.Any(random));
            yield return Person(number, account?.Key, name, post, random);
        }
    }

    private IEnumerable<(SamplePost Post, SampleRandom Random)> Posts()
    {
        var random = new SampleRandom(seed, map.Institute.Key);
        foreach (var post in SamplePosts.OfInstitute(map, plan.HasSections))
        {
            yield return (post, random);
        }

        foreach (var district in map.Districts)
        {
            random = new SampleRandom(seed, district.Unit.Key);
            foreach (var post in SamplePosts.OfDistrict(district))
            {
                yield return (post, random);
            }

            foreach (var school in district.Schools)
            {
                random = new SampleRandom(seed, school.Unit.Key);
                foreach (var post in SamplePosts.OfSchool(school, random))
                {
                    yield return (post, random);
                }
            }
        }
    }

    private SamplePerson Person(int number, string? account, SampleName name, SamplePost post, SampleRandom random)
    {
        var staffNumber = string.Create(CultureInfo.InvariantCulture, $"{plan.StaffPrefix}{number:000000}");
        var mailbox = account ?? $"{name.Latin.Replace(' ', '.')}.{staffNumber}".ToLowerInvariant();
        var career = _careers.To(post, random);

        // A real register has gaps; account holders have none, so that every page shows something for them.
        var (tellsGender, tellsYear) = (account is not null || !random.Chance(3), account is not null || !random.Chance(5));
        return new(
            account ?? staffNumber.ToLowerInvariant(), staffNumber, name.Family, name.Given, name.Latin,
            tellsGender ? name.Gender : null, tellsYear ? career.BornYear : null,
            $"{mailbox}@sample.example", string.Create(CultureInfo.InvariantCulture, $"000-{plan.PhonePrefix}{number:000000}"),
            career.Employments, career.Appraisals, Network(post, random));
    }

    /// <summary>The network was set up a school year ago; some tutors joined it this year.</summary>
    private SampleTutorPosition[] Network(SamplePost post, SampleRandom random) => post is { Seat: { } seat, Subject: { } subject }
        ? [new(subject.Code, seat.Position, years.Start(seat.Position == TutorPosition.Tutor ? random.Between(0, 1) : 1), seat.GroupName)]
        : [];
}
