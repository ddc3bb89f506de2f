using System.Reflection;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Migrations;

/// <summary>A context that owns tables, and the folder of the project its migrations belong to.</summary>
internal sealed record DesignTimeContext(Type Type, string ProjectFolder)
{
    private const string Suffix = "DbContext";

    /// <summary>The class name without "DbContext"; what the command line calls it.</summary>
    public string Name => Type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? Type.Name[..^Suffix.Length] : Type.Name;

    /// <summary>All contexts of the projects this program refers to, by name.</summary>
    public static IReadOnlyList<DesignTimeContext> All { get; } =
    [
        .. from project in typeof(DesignTimeContext).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(m => m.Value == "project")
           let assembly = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(project.Key) + ".dll")
           where File.Exists(assembly)
           from type in Assembly.Load(AssemblyName.GetAssemblyName(assembly)).GetTypes()
           where type.IsSubclassOf(typeof(DbContext)) && !type.IsAbstract && type.IsDefined(typeof(TablePrefixAttribute))
           orderby type.Name
           select new DesignTimeContext(type, Path.GetDirectoryName(project.Key)!),
    ];

    /// <summary>
    /// Where this context's migrations stand, below the project's folder: where the first was written; before that "Migrations", or a folder
    /// below it where the project has several contexts.
    /// </summary>
    public string MigrationsFolder =>
        new[] { "Migrations", Path.Combine("Migrations", Name) }.FirstOrDefault(f => File.Exists(Path.Combine(ProjectFolder, f, $"{Type.Name}ModelSnapshot.cs")))
        ?? (All.Count(c => c.ProjectFolder == ProjectFolder) > 1 ? Path.Combine("Migrations", Name) : "Migrations");

    /// <summary>A context outside any institute; it must take its options, may take the current institute, and gets nothing else.</summary>
    public DbContext Create(DatabaseOptions database)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(Type))!;
        builder.UseLmsDatabase(database, Type).UseApplicationServiceProvider(DesignTimeServices);
        var constructor = Type.GetConstructors().Single();
        return (DbContext)constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType switch
        {
            var options when options.IsInstanceOfType(builder.Options) => builder.Options,
            var tenant when tenant == typeof(ICurrentTenant) => (object)new NoInstitute(),
            _ when p.HasDefaultValue => p.DefaultValue,
            var other => throw new InvalidOperationException($"{Type.Name} asks for a {other.Name}; a context takes its options and an ICurrentTenant only."),
        })]);
    }

    // ASP.NET Core Identity reads the shape of its tables from the services; version 3 is the one with passkeys.
    private static readonly IServiceProvider DesignTimeServices = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private sealed class NoInstitute : ICurrentTenant
    {
        public Guid? Id => null;

        public IDisposable Change(Guid? tenantId) => throw new NotSupportedException("No institute at design time.");
    }
}
