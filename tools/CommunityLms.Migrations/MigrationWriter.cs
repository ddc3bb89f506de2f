using CommunityLms.Kernel.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Migrations;

/// <summary>Writes and removes the migrations of one context in its project's folder.</summary>
internal sealed class MigrationWriter : IDisposable
{
    // Nobody listens there: nothing here needs the database, and the attempt to look at it fails at once.
    private static readonly DatabaseOptions Design = new(DatabaseProvider.SqlServer, "Server=127.0.0.1,1;Database=design;Connect Timeout=1");

    private readonly DesignTimeContext _context;
    private readonly DbContext _db;
    private readonly ServiceProvider _services;

    public MigrationWriter(DesignTimeContext context)
    {
        _context = context;
        _db = context.Create(Design);
        var services = new ServiceCollection()
            .AddEntityFrameworkDesignTimeServices()
            .AddDbContextDesignTimeServices(_db)
            .AddEntityFrameworkSqlServer()
            .AddSingleton(new JsonColumns(_db.GetService<IDesignTimeModel>().Model))
            .AddSingleton<IMigrationsCodeGenerator, NeutralMigrations>();
        new EntityFrameworkRelationalDesignServicesBuilder(services).TryAdd<IAnnotationCodeGenerator, NeutralSnapshots>().TryAddCoreServices();
        _services = services.BuildServiceProvider();
    }

    private IMigrationsScaffolder Scaffolder => _services.GetRequiredService<IMigrationsScaffolder>();

    /// <summary>The namespace of the project: its assembly's name.</summary>
    private string RootNamespace => _context.Type.Assembly.GetName().Name!;

    public bool HasChanges
    {
        get
        {
            // The comparison uses the snapshot up: one that was compared before reads as none, and everything would be created anew.
            using var db = _context.Create(Design);
            return db.Database.HasPendingModelChanges();
        }
    }

    /// <summary>The names of the migrations, oldest first.</summary>
    public IReadOnlyList<string> Migrations => [.. _db.Database.GetMigrations()];

    /// <returns>The file to read before it is committed.</returns>
    public string Add(string name)
    {
        var folder = _context.MigrationsFolder;
        var migration = Scaffolder.ScaffoldMigration(name, RootNamespace, folder.Replace(Path.DirectorySeparatorChar, '.'), "C#", dryRun: false);
        var files = Scaffolder.Save(_context.ProjectFolder, migration, Path.Combine(_context.ProjectFolder, folder), dryRun: false);
        WithoutByteOrderMark(files.MigrationFile, files.MetadataFile, files.SnapshotFile);
        return files.MigrationFile!;
    }

    /// <summary>Removes the newest migration and winds the snapshot back. It must not have been released.</summary>
    /// <returns>The file that is gone; null where there was none.</returns>
    public string? RemoveLast()
    {
        if (Migrations.Count == 0)
            return null;
        var files = Scaffolder.RemoveMigration(_context.ProjectFolder, RootNamespace, force: true, "C#", dryRun: false);
        WithoutByteOrderMark(files.SnapshotFile);
        return files.MigrationFile;
    }

    /// <summary>EF writes the mark, .editorconfig wants none.</summary>
    private static void WithoutByteOrderMark(params IEnumerable<string?> files)
    {
        foreach (var file in files.Where(File.Exists))
            File.WriteAllText(file!, File.ReadAllText(file!));
    }

    public void Dispose()
    {
        _services.Dispose();
        _db.Dispose();
    }
}
