using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Migrations.Tests.Scratch;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommunityLms.Migrations.Tests.Storage;

/// <summary>What the base of every module's context promises, tried with a small module's context on a database of its own.</summary>
public abstract class StorageTests(TestDatabase database) : IAsyncLifetime
{
    private TestKernel? _kernel;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestKernel Kernel => _kernel!;

    /// <summary>An institute of this test's own, so that tests of a class don't see each other's rows.</summary>
    protected Guid Institute { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        _kernel = new(database.Options, add: services => services.AddModuleDbContext<ScratchContext>());
        await database.PrepareOnce(async _ =>
        {
            await Kernel.Migrate(Cancel);
            await using var scope = Kernel.Scope();
            await ((IRelationalDatabaseCreator)scope.ServiceProvider.GetRequiredService<ScratchContext>().GetService<IDatabaseCreator>()).CreateTablesAsync(Cancel);
        });
    }

    public ValueTask DisposeAsync()
    {
        _kernel?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>As one request of the institute does.</summary>
    protected Task<T> Request<T>(Func<ScratchContext, Task<T>> work) => Request(Institute, work);

    protected async Task<T> Request<T>(Guid? institute, Func<ScratchContext, Task<T>> work)
    {
        using var _ = Kernel.Tenant.Change(institute);
        await using var scope = Kernel.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<ScratchContext>());
    }

    /// <summary>Saves it as one request, and returns it.</summary>
    protected Task<T> Saved<T>(T record) where T : class => Request(async db =>
    {
        db.Add(record);
        await db.SaveChangesAsync(Cancel);
        return record;
    });

    /// <summary>The kernel's own tables, outside any institute.</summary>
    protected async Task<T> InKernel<T>(Func<KernelDbContext, Task<T>> work)
    {
        await using var scope = Kernel.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<KernelDbContext>());
    }
}
