using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Hosting;

/// <summary>What the sample brings, found by what it is: keys made within one millisecond are in no order.</summary>
internal static class Sampled
{
    /// <summary>The city's programme that is under way.</summary>
    public static IQueryable<Programme> City(this MentoringDbContext db) => db.Programmes.Where(p => p.Name == "城乡英语教师结对");

    /// <summary>The pairs of that programme.</summary>
    public static IQueryable<Contract> CityPairs(this MentoringDbContext db) => db.Contracts.Where(c => db.City().Any(p => p.Id == c.ProgrammeId));
}
