using System.Linq.Expressions;
using System.Text.Json.Serialization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Whose grants are asked for.</summary>
/// <param name="UnitId">The unit on which they are to have effect: given there or above.</param>
/// <param name="Permission">Only those through which this permission is held; null for all.</param>
/// <param name="Below">Those given on a unit below as well.</param>
/// <param name="Over">Those that are over as well.</param>
/// <param name="Sort">What they are sorted by.</param>
internal sealed record GrantFilter(Guid UnitId, string? Permission = null, bool Below = false, bool Over = false, GrantSort Sort = GrantSort.Person, bool Descending = false);

internal enum GrantSort { Person, Role, From }

/// <summary>A grant in a list.</summary>
/// <param name="Stamp">The version to send along with a change.</param>
/// <param name="MayEnd">Whether the reader may change its end or take it back.</param>
internal sealed record GrantView(Guid Id, Guid PersonId, PersonName Person, Guid RoleId, LocalName Role, Guid UnitId, LocalName Unit, DateOnly From, DateOnly? To, GrantState State, Guid Stamp, bool MayEnd);

[JsonConverter(typeof(JsonStringEnumConverter<GrantState>))]
internal enum GrantState { Coming, Holds, Over }

/// <summary>Who may do what, no further than the reader's own permission reaches.</summary>
internal sealed class GrantQueries(InstitutesDbContext db, IAccess access, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="AccessDenied">The reader may not see grants on that unit.</exception>
    public async Task<Page<GrantView>> List(GrantFilter filter, PageRequest page, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        _ = tree.Find(filter.UnitId) ?? throw new RecordMissing("unit");
        await access.Require(InstitutesPermissions.Grants.View, filter.UnitId, cancel);
        var units = tree.PathOf(filter.UnitId).Concat(filter.Below ? tree.SubtreeOf(filter.UnitId).Skip(1) : []).Select(u => u.Id).ToArray();
        var today = clock.Today();
        var held = Joined().Where(g => units.Contains(g.Grant.UnitId));
        if (!filter.Over)
            held = held.Where(g => g.Grant.To == null || g.Grant.To >= today);
        if (filter.Permission is { } permission)
            held = held.Where(g => g.Role.BuiltIn == UsualRoles.Administrator || g.Role.Permissions.Any(p => p.Permission == permission));
        var found = filter.Sort switch
        {
            GrantSort.Role => await held.ToPage(g => g.Role.Name, g => g.Grant.Id, Row, page, cancel, filter.Descending),
            GrantSort.From => await held.ToPage(g => g.Grant.From, g => g.Grant.Id, Row, page, cancel, filter.Descending),
            _ => await held.ToPage(g => g.Person.SortName, g => g.Grant.Id, Row, page, cancel, filter.Descending),
        };
        var editable = await access.ScopeOf(InstitutesPermissions.Grants.Edit, cancel);
        return new([.. found.Items.Select(g => View(g, tree, editable, today))], found.Next);
    }

    /// <exception cref="RecordMissing">There is no such grant within reach.</exception>
    public async Task<GrantView> Find(Guid grantId, CancellationToken cancel)
    {
        var visible = await access.ScopeOf(InstitutesPermissions.Grants.View, cancel);
        return (await Views(Joined().Where(g => g.Grant.Id == grantId), cancel)).SingleOrDefault(g => visible.Includes(g.UnitId)) ?? throw new RecordMissing("grant");
    }

    /// <summary>All grants of a person, the newest first; whoever asks narrows them.</summary>
    internal Task<IReadOnlyList<GrantView>> Of(Guid personId, CancellationToken cancel) => Views(Joined().Where(g => g.Grant.PersonId == personId), cancel);

    private async Task<IReadOnlyList<GrantView>> Views(IQueryable<JoinedGrant> grants, CancellationToken cancel)
    {
        var rows = await grants.OrderByDescending(g => g.Grant.From).ThenByDescending(g => g.Grant.Id).Select(Row).ToListAsync(cancel);
        var (tree, editable, today) = (await organisation.Tree(cancel), await access.ScopeOf(InstitutesPermissions.Grants.Edit, cancel), clock.Today());
        return [.. rows.Select(g => View(g, tree, editable, today))];
    }

    private static readonly Expression<Func<JoinedGrant, GrantRow>> Row = g => new GrantRow
    {
        Grant = g.Grant, FamilyName = g.Person.FamilyName, GivenName = g.Person.GivenName, LatinName = g.Person.LatinName, Role = g.Role.Name, RoleLatin = g.Role.LatinName,
    };

    private IQueryable<JoinedGrant> Joined() =>
        from grant in db.Grants.AsNoTracking()
        join person in db.People on grant.PersonId equals person.Id
        join role in db.Roles on grant.RoleId equals role.Id
        select new JoinedGrant { Grant = grant, Person = person, Role = role };

    private static GrantView View(GrantRow row, OrganisationTree tree, UnitScope editable, DateOnly today)
    {
        var grant = row.Grant;
        var state = grant.To < today ? GrantState.Over : grant.From > today ? GrantState.Coming : GrantState.Holds;
        return new(grant.Id, grant.PersonId, new(row.FamilyName, row.GivenName, row.LatinName), grant.RoleId, new(row.Role, row.RoleLatin), grant.UnitId, tree.Find(grant.UnitId)?.Name ?? new("", null),
            grant.From, grant.To, state, grant.ConcurrencyStamp, MayEnd: state != GrantState.Over && editable.Includes(grant.UnitId));
    }

    private sealed class JoinedGrant
    {
        public Grant Grant { get; init; } = null!;

        public People.Person Person { get; init; } = null!;

        public Role Role { get; init; } = null!;
    }

    private sealed class GrantRow
    {
        public Grant Grant { get; init; } = null!;

        public string FamilyName { get; init; } = "";

        public string GivenName { get; init; } = "";

        public string? LatinName { get; init; }

        public string Role { get; init; } = "";

        public string? RoleLatin { get; init; }
    }
}
