using System.Reflection;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityLms.Kernel.Data;

/// <summary>
/// The base of every module's context. Queries see the current institute's rows that aren't deleted; a save stamps, audits and fills the
/// outbox in one transaction (<see cref="SaveRules"/>). A mapping is an <see cref="IEntityTypeConfiguration{T}"/> in the module's assembly.
/// </summary>
public abstract class LmsDbContext : DbContext
{
    private readonly ICurrentTenant _tenant;

    protected LmsDbContext(DbContextOptions options, ICurrentTenant tenant) : base(options)
    {
        _tenant = tenant;
        // A delete reaches the parts only when it is known to be one: the save may turn it into hiding.
        base.ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
    }

    /// <summary>The institute whose rows this context sees; changes with <see cref="ICurrentTenant.Change"/>.</summary>
    public Guid? CurrentTenantId => _tenant.Id;

    /// <exception cref="ChangedMeanwhile">Somebody else saved one of the records first.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            var what = conflict.Entries is [var first, ..] ? first.Metadata.ClrType.Name : "Record";
            // What was tried is forgotten, so that whoever reads the record now sees what is stored and can show both versions.
            base.ChangeTracker.Clear();
            throw new ChangedMeanwhile(what, conflict);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseLmsConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var own = GetType();
        var sets = own.GetProperties().Where(p => p.PropertyType.IsGenericType).Select(p => p.PropertyType.GetGenericArguments()[0]).ToHashSet();
        modelBuilder.ApplyConfigurationsFromAssembly(own.Assembly, type => Configured(type) is { } entity && sets.Contains(entity));
        // Parts of aggregates have no set of their own: they are known once those who hold them are.
        var parts = own.Assembly.GetTypes().Where(type => Configured(type) is { } entity && !sets.Contains(entity) && modelBuilder.Model.FindEntityType(entity) is not null).ToHashSet();
        if (parts.Count > 0)
            modelBuilder.ApplyConfigurationsFromAssembly(own.Assembly, parts.Contains);
        modelBuilder.FinishLmsModel(own);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.BaseType is null))
            FilterMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
    }

    /// <summary>The entity a mapping is of; null for types that are no mapping.</summary>
    private static Type? Configured(Type type) =>
        type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))?.GetGenericArguments()[0];

    private static readonly MethodInfo FilterMethod = typeof(LmsDbContext).GetMethod(nameof(Filter), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private void Filter<TEntity>(ModelBuilder model) where TEntity : class
    {
        if (typeof(IMultiTenant).IsAssignableFrom(typeof(TEntity)))
            model.Entity<TEntity>().HasQueryFilter(Filters.Tenant, e => ((IMultiTenant)e).TenantId == CurrentTenantId);
        if (typeof(ISoftDelete).IsAssignableFrom(typeof(TEntity)))
            model.Entity<TEntity>().HasQueryFilter(Filters.SoftDelete, e => !((ISoftDelete)e).IsDeleted);
    }
}

/// <summary>The names under which a query may lift a filter, which it does only with a reason in a comment.</summary>
public static class Filters
{
    public const string Tenant = "tenant";
    public const string SoftDelete = "deleted";
}

/// <summary>The prefix of a context's tables (SQLite has no schemas) and of its migration history.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TablePrefixAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;

    internal static string Of(Type context) => context.GetCustomAttribute<TablePrefixAttribute>()?.Prefix
        ?? throw new InvalidOperationException($"{context.Name} needs a [TablePrefix].");
}
