using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Hosting;

/// <summary>The people of the sample that the tests act as, and the units where they do.</summary>
internal sealed record People(Guid Institute, Guid SecondInstitute, Guid Root, UnitInfo District, UnitInfo School, UnitInfo OtherSchool,
    Actor Admin, Actor Officer, Actor SchoolOfficer, Actor Teacher, Actor Leader, Actor SecondAdmin)
{
    public static async Task<People> Find(IServiceProvider services, Guid institute, Guid second)
    {
        Actor secondAdmin;
        using (services.GetRequiredService<ICurrentTenant>().Change(second))
            secondAdmin = await Holder(services, "administrator", (await Tree(services)).Root!.Id);
        using var _ = services.GetRequiredService<ICurrentTenant>().Change(institute);
        var tree = await Tree(services);
        var school = tree.All.Single(u => u.Kind == UnitKind.School && u.Code is not null && IsCentral(u));
        var district = tree.Find(school.ParentId!.Value)!;
        var leaderUnit = tree.All.Single(u => u.Kind == UnitKind.District && u.Name.LatinName?.StartsWith("Yuexiu", StringComparison.Ordinal) == true);
        return new(institute, second, tree.Root!.Id, district, school, tree.ChildrenOf(district.Id).First(u => u.Kind == UnitKind.School && u.Id != school.Id),
            await Holder(services, "administrator", tree.Root!.Id), await Holder(services, "officer", district.Id), await Holder(services, "school-officer", school.Id),
            await Holder(services, "member", school.Id), await Holder(services, "group-leader", leaderUnit.Id), secondAdmin);
    }

    private static bool IsCentral(UnitInfo unit) => unit.Name.LatinName == "Taiping Town Central School" || unit.Name.Name.Contains("太平镇中心", StringComparison.Ordinal);

    private static Task<OrganisationTree> Tree(IServiceProvider services) => services.GetRequiredService<IOrganisation>().Tree(CancellationToken.None);

    private static async Task<Actor> Holder(IServiceProvider services, string role, Guid unit)
    {
        var holder = (await services.GetRequiredService<IRoles>().Holders(role, unit, CancellationToken.None)).ShouldNotBeNull(role).People[0];
        return new(holder.AccountId!.Value, holder.Name.Written, holder.Id);
    }
}
