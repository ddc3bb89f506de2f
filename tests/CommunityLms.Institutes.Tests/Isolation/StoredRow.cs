using System.Globalization;
using System.Reflection;
using CommunityLms.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>A record of any table of any module, as it is stored.</summary>
/// <param name="Key">Its key, and the table's name.</param>
internal sealed record StoredRow(Type Entity, string Key, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Null where the key isn't one id.</summary>
    public Guid? Id => Values.GetValueOrDefault("Id") as Guid?;

    public Guid? Stamp => Values.GetValueOrDefault("ConcurrencyStamp") as Guid?;

    public IEnumerable<Guid> Guids => Values.Values.OfType<Guid>();

    public string Fingerprint => string.Join('|', Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={Text(v.Value)}"));

    /// <summary>Every record of the installation, whatever the filters say.</summary>
    public static async Task<List<StoredRow>> All(IServiceProvider services)
    {
        var rows = new List<StoredRow>();
        foreach (var context in services.GetServices<ModuleContext>())
        {
            var db = (DbContext)services.GetRequiredService(context.Type);
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null))
                await (Task)LoadMethod.MakeGenericMethod(entity.ClrType).Invoke(obj: null, [db])!;
            rows.AddRange(db.ChangeTracker.Entries().Select(Of));
            db.ChangeTracker.Clear();
        }
        // The kernel's books are in every module's model.
        return [.. rows.DistinctBy(r => r.Key)];
    }

    private static readonly MethodInfo LoadMethod = typeof(StoredRow).GetMethod(nameof(Load), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static Task Load<T>(DbContext db) where T : class => db.Set<T>().IgnoreQueryFilters().LoadAsync();

    private static StoredRow Of(EntityEntry entry) => new(entry.Metadata.ClrType,
        $"{entry.Metadata.GetTableName()} {string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(entry.Property(p.Name).CurrentValue)))}",
        entry.Properties.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue));

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
