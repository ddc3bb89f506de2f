using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityLms.Institutes.Tests.Nodes;

/// <summary>Hosts on one database that talk through Redis.</summary>
public sealed class TwoNodes(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly Actor _administrator = new(Guid.CreateVersion7(), "Administrator");
    private readonly Actor _second = new(Guid.CreateVersion7(), "Second");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grant_WhenRevokedOnOneNode_IsRefusedOnTheOtherAtOnce()
    {
        var redis = TestRedis.Connection();
        await using var one = new Node(database, redis);
        await using var two = new Node(database, redis);
        await Eventually.Be(() => one.Nodes.IsConnected == true && two.Nodes.IsConnected == true);
        var (institute, administrator, second, grant) = await TwoAdministrators(one);
        (await MayGrant(two, institute, second)).ShouldBeTrue();
        var told = two.Told(institute);

        await one.As(institute, administrator, async s =>
        {
            var stamp = await s.GetRequiredService<InstitutesDbContext>().Grants.Where(g => g.Id == grant).Select(g => g.ConcurrencyStamp).SingleAsync(Cancel);
            await s.GetRequiredService<RevokeGrant>().Handle(new(grant, stamp), Cancel);
            return true;
        });

        // Long before the expiry, by which it would be refused anyway.
        await told.WaitAsync(Soon, Cancel);
        (await MayGrant(two, institute, second)).ShouldBeFalse();
    }

    [Fact]
    public async Task Redis_WhenItIsAway_IsSeenInHealthAndPagesGoOn()
    {
        await using var node = new Node(database, TestRedis.Down);

        var health = await node.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "nodes", Cancel);

        health.Status.ShouldBe(HealthStatus.Degraded);
        var (institute, _, second, _) = await TwoAdministrators(node);
        (await MayGrant(node, institute, second)).ShouldBeTrue();
        (await node.CreateClient().GetAsync("/account/sign-in", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<bool> MayGrant(Node node, Guid institute, Actor actor) =>
        node.As(institute, actor, s => s.GetRequiredService<IAccess>().May(InstitutesPermissions.Grants.Edit, Cancel));

    private async Task<(Guid Institute, Actor First, Actor Second, Guid SecondsGrant)> TwoAdministrators(Node node)
    {
        var made = await node.As(Guid.CreateVersion7(), actor: null, s => s.GetRequiredService<SetUpInstitute>().Handle(
            new NewInstituteInput { Name = "双机教研院", FamilyName = "管", GivenName = "理", StaffNumber = "1", Email = "one@sample.example" }, _administrator.AccountId, Cancel));
        return await node.As(made.InstituteId, actor: null, async s =>
        {
            var db = s.GetRequiredService<InstitutesDbContext>();
            var person = new Person(new("2", "第", "二"));
            person.Connect(_second.AccountId);
            var grant = new Grant(person.Id, await db.Roles.Where(r => r.BuiltIn == UsualRoles.Administrator).Select(r => r.Id).SingleAsync(Cancel),
                await db.Units.Select(u => u.Id).SingleAsync(Cancel), TimeProvider.System.Today(), to: null);
            db.AddRange(person, grant);
            await db.SaveChangesAsync(Cancel);
            return (made.InstituteId, _administrator with { PersonId = made.Administrator.Id }, _second with { PersonId = person.Id }, grant.Id);
        });
    }

    private sealed class Node(TestDatabase database, string redis) : WebApplicationFactory<Program>
    {
        public INodes Nodes => Services.GetRequiredService<INodes>();

        /// <summary>Done once this node has heard that the institute changed, and whoever listened before has done what follows.</summary>
        public Task Told(Guid institute)
        {
            var told = new TaskCompletionSource();
            Nodes.Listen("Institutes.Cache", about =>
            {
                if (about == institute.ToString())
                    told.TrySetResult();
            });
            return told.Task;
        }

        public async Task<T> As<T>(Guid institute, Actor? actor, Func<IServiceProvider, Task<T>> work)
        {
            using var _ = Services.GetRequiredService<ICurrentTenant>().Change(institute);
            using var __ = Services.GetRequiredService<ICurrentUser>().Change(actor);
            await using var scope = Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            var files = Directory.CreateTempSubdirectory("lms-node-").FullName;
            builder.UseEnvironment("Testing")
                .UseSetting("Database:Provider", database.Options.Provider.ToString())
                .UseSetting("Database:ConnectionString", database.Options.ConnectionString)
                .UseSetting("Redis:Connection", redis)
                .UseSetting("Files:Folder", files)
                .UseSetting("Plugins:Folder", files)
                .UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
