using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.People;

/// <summary>Two administrators who work on one person's file.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class TwoAdministrators(InstitutesHost host)
{
    [Fact]
    public async Task Employments_WhenBothAddOneAtOnce_AreNotBothTaken()
    {
        var (school, other, person) = await Somebody();
        var today = host.Clock.Today();

        await Should.ThrowAsync<ChangedMeanwhile>(() => host.As("admin", async services =>
        {
            // Each sees no employment there yet; the second saves while the first is still at it.
            var db = InstitutesHost.Db(services);
            var mine = await services.GetRequiredService<PersonAccess>().Load(InstitutesPermissions.People.Edit, person, default);
            await host.As("admin", theirs => theirs.GetRequiredService<Employing>().Begin(person, new(other, today), default));
            db.Add(mine.Employ(new(other, today)));
            await db.SaveChangesAsync();
        }));

        (await host.As("admin", s => InstitutesHost.Db(s).Employments.CountAsync(e => e.PersonId == person && e.UnitId == other))).ShouldBe(1);
        (await host.As("admin", s => InstitutesHost.Db(s).Employments.CountAsync(e => e.PersonId == person && e.UnitId == school))).ShouldBe(1);
    }

    [Fact]
    public async Task PersonForm_WhenTheOtherEndedAnEmploymentMeanwhile_ShowsBothVersions()
    {
        var (school, _, person) = await Somebody();
        var opened = await host.As("admin", s => InstitutesHost.Db(s).People.Where(p => p.Id == person).Select(p => p.ConcurrencyStamp).SingleAsync());
        var work = await host.As("admin", s => InstitutesHost.Db(s).Employments.Where(e => e.PersonId == person && e.UnitId == school).Select(e => e.Id).SingleAsync());
        await host.As("admin", s => s.GetRequiredService<Employing>().End(person, work, host.Clock.Today(), default));

        var sent = await (await host.Browse("admin")).Submit($"/institutes/people/{person}/edit",
            ("Input.StaffNumber", Guid.CreateVersion7().ToString("N")[^12..]), ("Input.FamilyName", "新"), ("Input.GivenName", "名"), ("Input.Stamp", opened));

        sent.Html.ShouldContain("Somebody else saved this while you were writing.");
        (await host.As("admin", s => InstitutesHost.Db(s).People.Where(p => p.Id == person).Select(p => p.GivenName).SingleAsync())).ShouldBe("人");
    }

    private async Task<(Guid School, Guid Other, Guid Person)> Somebody()
    {
        var school = await host.UnitOf("admin", "Taiping Town Central Primary School");
        var other = await host.As("admin", s => InstitutesHost.Db(s).Units.Where(u => u.Kind == UnitKind.School && u.Id != school).Select(u => u.Id).FirstAsync());
        return (school, other, await host.Newcomer("admin", school));
    }
}
