using System.Reflection;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>For every table of every module: a query sees the current institute's rows only, and a save of another's is refused.</summary>
[Collection(WithTwoInstitutes.Name)]
public sealed class SavesStayApart(TwoInstitutes world)
{
    private const string TenantId = nameof(IMultiTenant.TenantId);

    /// <summary>The kernel's own books name an institute or none, and are read through queries that ask for it.</summary>
    private static readonly Type[] Books = [typeof(AuditEntry), typeof(JobRecord), typeof(OutboxMessage)];

    [Fact]
    public async Task Query_OnEveryTable_ReturnsTheOwnInstitutesRowsOnly() => await EachTable(async (db, entity) =>
    {
        var owners = await (Task<List<Guid>>)Invoke(nameof(Owners), entity, db);
        owners.Where(o => o != world.Attacking).ShouldBeEmpty(entity.Name);
    });

    [Theory]
    [InlineData(EntityState.Added)]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task Save_OfAnotherInstitutesRow_Throws(EntityState state) => await EachTable(async (db, entity) =>
    {
        var foreign = db.Entry(await (Task<object>)Invoke(nameof(Foreign), entity, db, world.Attacked));
        foreign.State = state;

        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("another institute", customMessage: entity.Name);
        db.ChangeTracker.Clear();
    });

    [Fact]
    public async Task Table_WhenItsRowsNameAnInstitute_IsFiltered()
    {
        var unfiltered = new List<Type>();
        await world.Host.As("admin2", services =>
        {
            unfiltered.AddRange(Contexts(services).SelectMany(db => db.Model.GetEntityTypes()).Where(e => e.FindProperty(TenantId) is not null && !e.ClrType.IsAssignableTo(typeof(IMultiTenant))).Select(e => e.ClrType));
            return Task.CompletedTask;
        });
        unfiltered.Except(Books).ShouldBeEmpty();
    }

    private Task EachTable(Func<DbContext, Type, Task> check) => world.Host.As("admin2", async services =>
    {
        var tables = 0;
        foreach (var db in Contexts(services))
            foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IMultiTenant)) && !e.IsOwned()).ToList())
            {
                await check(db, entity.ClrType);
                tables++;
            }
        tables.ShouldBeGreaterThan(10);
    });

    private static IEnumerable<DbContext> Contexts(IServiceProvider services) => services.GetServices<ModuleContext>().Select(c => (DbContext)services.GetRequiredService(c.Type));

    private static object Invoke(string method, Type entity, params object[] args) =>
        typeof(SavesStayApart).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(entity).Invoke(obj: null, args)!;

    private static Task<List<Guid>> Owners<T>(DbContext db) where T : class => db.Set<T>().Select(e => EF.Property<Guid>(e, TenantId)).Distinct().ToListAsync();

    private static async Task<object> Foreign<T>(DbContext db, Guid institute) where T : class =>
        await db.Set<T>().IgnoreQueryFilters().FirstAsync(e => EF.Property<Guid>(e, TenantId) == institute);
}
