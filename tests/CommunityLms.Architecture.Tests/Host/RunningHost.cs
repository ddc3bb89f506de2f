using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>The real host with all its modules on an empty database; started once for all rules about it.</summary>
public sealed class RunningHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-architecture-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing")
        .UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "test.db")}")
        .UseSetting("Database:Synchronous", "NORMAL")
        .UseSetting("Plugins:Folder", Path.Combine(_folder, "plugins"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

[CollectionDefinition(Name)]
public sealed class OnTheRunningHost : ICollectionFixture<RunningHost>
{
    public const string Name = "The running host";
}
