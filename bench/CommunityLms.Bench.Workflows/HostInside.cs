using CommunityLms.Institutes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Workflows;
using CommunityLms.Workflows.Definitions;

namespace CommunityLms.Bench.Workflows;

/// <summary>The host with the sample institute, in the bench's own process: use cases are measured without a browser between.</summary>
internal sealed class HostInside : IAsyncDisposable
{
    public const string FiveTasks = "five-tasks";
    private readonly WebApplication _app;

    private HostInside(WebApplication app, DatabaseOptions database) => (_app, Database) = (app, database);

    public DatabaseOptions Database { get; }

    public Guid Institute { get; private set; }

    public UnitInfo Root { get; private set; } = null!;

    /// <summary>An administrator of the institute, in whose name everything is done.</summary>
    public Actor Admin { get; private set; } = null!;

    public static async Task<HostInside> Start(DatabaseOptions database, string work)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Bench", ContentRootPath = work, ApplicationName = typeof(HostInside).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sample"] = "true",
            ["Urls"] = "http://127.0.0.1:0",
            ["Database:Provider"] = database.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Files:Folder"] = Path.Combine(work, "files"),
            ["Logging:LogLevel:Default"] = "Error",
        });
        builder.AddLms(typeof(InstitutesModule), typeof(WorkflowsModule));
        var host = new HostInside(builder.Build(), database);
        await host._app.UseLmsAsync();
        await host._app.StartAsync();
        await host.Prepare();
        return host;
    }

    /// <summary>Works in the administrator's name, in a scope of its own as a request has it.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> work)
    {
        using var _ = _app.Services.GetRequiredService<ICurrentTenant>().Change(Institute);
        using var __ = _app.Services.GetRequiredService<ICurrentUser>().Change(Admin);
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Prepare()
    {
        await using (var scope = _app.Services.CreateAsyncScope())
            Institute = (await scope.ServiceProvider.GetRequiredService<IInstitutes>().All(CancellationToken.None))[0];
        Admin = await Do(async services =>
        {
            Root = (await services.GetRequiredService<IOrganisation>().Tree(CancellationToken.None)).Root!;
            var holder = (await services.GetRequiredService<IRoles>().Holders("administrator", Root.Id, CancellationToken.None))!.People[0];
            return new Actor(holder.AccountId!.Value, holder.Name.Written, holder.Id);
        });
        await Do(async services =>
        {
            var drawing = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "FiveTasks.bpmn"));
            var id = await services.GetRequiredService<EditDefinition>().Create(FiveTasks, "Five tasks", drawing, CancellationToken.None);
            return await services.GetRequiredService<PublishDefinition>().Handle(id, null, CancellationToken.None);
        });
    }
}
