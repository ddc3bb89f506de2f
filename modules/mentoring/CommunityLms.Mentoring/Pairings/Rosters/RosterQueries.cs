using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings.Rosters;

/// <summary>A tutor or trainee of a programme (P4), with all contracts in it.</summary>
/// <param name="Others">The names of the other sides.</param>
/// <param name="States">How many contracts are in each state.</param>
internal sealed record RosterRow(Guid PersonId, string Name, string StaffNumber, string School, string District, string Subjects, string Others, IReadOnlyList<(ContractState State, int Count)> States);

/// <summary>Which roster is asked for.</summary>
/// <param name="UnitId">Only people of schools at or below this unit; null for all.</param>
internal sealed record RosterFilter(Guid ProgrammeId, Side Side, Guid? UnitId = null);

/// <summary>The roster of tutors and trainees, school by school: of contracts that concern a school within the reader's reach, and that didn't end early.</summary>
internal sealed class RosterQueries(MentoringDbContext db, IAccess access, IOrganisation organisation, ITeaching teaching, IPeople people) : IScopedDependency
{
    public async Task<Page<RosterRow>> All(RosterFilter filter, PageRequest page, CancellationToken cancel)
    {
        var (tree, subjects) = (await organisation.Tree(cancel), await teaching.Subjects(cancel));
        var contracts = await Seen(filter, tree, cancel);
        var found = await contracts.Select(c => new Place { SchoolId = c.SchoolId, PersonId = c.PersonId }).Distinct().ToPage(p => p.SchoolId, p => p.PersonId, page, cancel);
        var ids = found.Items.Select(p => p.PersonId).ToArray();
        var details = (await contracts.Where(c => ids.Contains(c.PersonId)).ToListAsync(cancel)).ToLookup(c => (c.SchoolId, c.PersonId));
        var names = await people.Find([.. details.SelectMany(d => d).SelectMany(c => new[] { c.PersonId, c.OtherId }).Distinct()], cancel);
        return new([.. found.Items.Select(Row)], found.Next);

        RosterRow Row(Place place)
        {
            var mine = details[(place.SchoolId, place.PersonId)].ToList();
            var person = names.GetValueOrDefault(place.PersonId);
            return new(place.PersonId, person?.Name.ToString() ?? "", person?.StaffNumber ?? "", tree.Find(place.SchoolId)?.Name.ToString() ?? "", PairingLevels.DistrictOf(place.SchoolId, tree)?.Name.ToString() ?? "",
                Listed(mine.Select(c => subjects.GetValueOrDefault(c.SubjectId)?.Name.ToString())), Listed(mine.Select(c => names.GetValueOrDefault(c.OtherId)?.Name.ToString())),
                [.. mine.CountBy(c => c.State).OrderBy(s => s.Key).Select(s => (s.Key, s.Value))]);
        }
    }

    /// <summary>All of it, page by page, for paper and files.</summary>
    public async IAsyncEnumerable<RosterRow> Whole(RosterFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        const int Batch = 200;
        for (var after = new PageRequest(null, Batch); ;)
        {
            var page = await All(filter, after, cancel);
            foreach (var row in page.Items)
                yield return row;
            if (page.Next is null)
                yield break;
            after = new(page.Next, Batch);
        }
    }

    private async Task<IQueryable<Participation>> Seen(RosterFilter filter, OrganisationTree tree, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(MentoringPermissions.Contracts.View, cancel);
        var reach = scope.UnitIds.ToArray();
        var contracts = db.Contracts.AsNoTracking().Where(c => c.ProgrammeId == filter.ProgrammeId && c.State != ContractState.Ended);
        if (!scope.Everything)
            contracts = contracts.Where(c => reach.Contains(c.TraineeSchoolId) || reach.Contains(c.MentorSchoolId));
        var sides = filter.Side == Side.Mentor
            ? contracts.Select(c => new Participation { PersonId = c.MentorId, SchoolId = c.MentorSchoolId, OtherId = c.TraineeId, SubjectId = c.SubjectId, State = c.State })
            : contracts.Select(c => new Participation { PersonId = c.TraineeId, SchoolId = c.TraineeSchoolId, OtherId = c.MentorId, SubjectId = c.SubjectId, State = c.State });
        if (filter.UnitId is not { } unit)
            return sides;
        var units = tree.SubtreeOf(unit).Select(u => u.Id).ToArray();
        return sides.Where(s => units.Contains(s.SchoolId));
    }

    private static string Listed(IEnumerable<string?> names) => string.Join(Kernel.Localization.Languages.IsChinese ? "、" : ", ", names.OfType<string>().Distinct());

    private sealed record Place
    {
        public Guid SchoolId { get; init; }

        public Guid PersonId { get; init; }
    }

    /// <summary>One side of a contract.</summary>
    private sealed class Participation
    {
        public Guid PersonId { get; init; }

        public Guid SchoolId { get; init; }

        public Guid OtherId { get; init; }

        public Guid SubjectId { get; init; }

        public ContractState State { get; init; }
    }
}
