using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Grants;

/// <summary>For any tree and any grants: a person may do something on a unit when a role with that permission was given there or above and holds today.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class AccessFollowsItsDefinition(InstitutesHost host)
{
    private static readonly string[] Permissions =
        [InstitutesPermissions.Units.View, InstitutesPermissions.Units.Edit, InstitutesPermissions.People.View, InstitutesPermissions.Grants.Edit];

    /// <param name="Parents">For each unit after the first the number of an earlier one.</param>
    /// <param name="Roles">What each role holds; null for the administrator's.</param>
    private sealed record Case(int[] Parents, string[]?[] Roles, GivenRole[] Given);

    /// <param name="From">Days from today.</param>
    /// <param name="Days">How long; null for no end.</param>
    private sealed record GivenRole(int Unit, int Role, int From, int? Days);

    [Fact]
    public void ScopeOf_ForAnyTreeAndGrants_IsWhatTheDefinitionSays() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Cases().ToArbitrary(), wanted => Holds(wanted).GetAwaiter().GetResult()));

    private static Gen<Case> Cases() =>
        from size in Gen.Choose(1, 9)
        from parents in Gen.ArrayOf(Gen.Choose(0, 1000), size - 1)
        from roles in Gen.ArrayOf(Gen.SubListOf(Permissions).Select(p => p.ToArray()), 2)
        from given in Gen.ArrayOf(Gifts(size), 4)
        select new Case([.. parents.Select((p, i) => p % (i + 1))], [null, .. roles], given);

    private static Gen<GivenRole> Gifts(int units) =>
        from unit in Gen.Choose(0, units - 1)
        from role in Gen.Elements(0, 1, 1, 1, 2, 2, 2)
        from start in Gen.Choose(-3, 1)
        from days in Gen.Choose(-1, 4)
        select new GivenRole(unit, role, start, days < 0 ? null : days);

    private async Task<bool> Holds(Case wanted)
    {
        var (account, today) = (Guid.CreateVersion7(), host.Clock.Today());
        var (units, person) = (Units(wanted.Parents), new Person(new("1", "试", "人")));
        person.Connect(account);
        return await host.As(Guid.CreateVersion7(), new Actor(account, "?", person.Id), async services =>
        {
            var db = InstitutesHost.Db(services);
            Role[] roles = [.. wanted.Roles.Select((held, i) => new Role(new($"R{i}"), held ?? [], held is null ? UsualRoles.Administrator : null))];
            db.AddRange(units);
            db.AddRange(roles);
            db.Add(person);
            db.AddRange(wanted.Given.Select(g => new Grant(person.Id, roles[g.Role].Id, units[g.Unit].Id, today.AddDays(g.From), g.Days is { } days ? today.AddDays(g.From + days) : null)));
            await db.SaveChangesAsync();
            var access = services.GetRequiredService<IAccess>();
            foreach (var permission in Permissions)
            {
                var scope = await access.ScopeOf(permission, CancellationToken.None);
                for (var unit = 0; unit < units.Length; unit++)
                    if (scope.Includes(units[unit].Id) != May(wanted, units, permission, unit))
                        return false;
            }
            return true;
        });
    }

    /// <summary>The definition, word for word.</summary>
    private static bool May(Case wanted, Unit[] units, string permission, int unit) => wanted.Given.Any(given =>
        (wanted.Roles[given.Role] is not { } held || held.Contains(permission))
        && given.From <= 0 && (given.Days is not { } days || given.From + days >= 0)
        && IsAtOrAbove(units, units[given.Unit].Id, units[unit]));

    private static bool IsAtOrAbove(Unit[] units, Guid upper, Unit unit) =>
        unit.Id == upper || (unit.ParentId is { } parent && IsAtOrAbove(units, upper, units.Single(u => u.Id == parent)));

    /// <summary>The kinds follow from the place in the tree; what would stand below a department stands beside it.</summary>
    private static Unit[] Units(int[] parents)
    {
        var units = new List<Unit> { new(UnitKind.Institute, new("根"), parent: null, new DateOnly(2020, 1, 1)) };
        foreach (var wanted in parents)
        {
            var parent = units[wanted];
            if (parent.Kind == UnitKind.Department)
                parent = units.Single(u => u.Id == parent.ParentId);
            var kind = parent.Kind switch { UnitKind.Institute => UnitKind.District, UnitKind.District => UnitKind.School, _ => UnitKind.Department };
            units.Add(new(kind, new($"单位{units.Count}", Setting: kind == UnitKind.Department ? null : UnitSetting.Rural), parent, new DateOnly(2020, 1, 1)));
        }
        return [.. units];
    }
}
