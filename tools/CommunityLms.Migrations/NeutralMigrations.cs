using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace CommunityLms.Migrations;

/// <summary>
/// Writes migrations that leave the choice of types to the provider that runs them (docs/adr/0003). They are designed on SQL Server, because
/// that is the one provider that takes notice of every length.
/// </summary>
internal sealed class NeutralMigrations(MigrationsCodeGeneratorDependencies dependencies, CSharpMigrationsGeneratorDependencies csharp, JsonColumns json)
    : CSharpMigrationsGenerator(dependencies, csharp)
{
    /// <summary>Stands for a type that no database has until the text is written.</summary>
    private const string JsonMark = "json, by provider";
    private const string JsonType = """type: ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "jsonb" : null""";

    public override string GenerateMigration(string? migrationNamespace, string migrationName, IReadOnlyList<MigrationOperation> upOperations, IReadOnlyList<MigrationOperation> downOperations)
    {
        foreach (var column in upOperations.Concat(downOperations).SelectMany(Columns))
            Neutralise(column);
        return base.GenerateMigration(migrationNamespace, migrationName, upOperations, downOperations)
            .Replace($"type: \"{JsonMark}\"", JsonType, StringComparison.Ordinal);
    }

    /// <summary>The snapshot names a type of PostgreSQL that the model, made for SQL Server, doesn't mention.</summary>
    protected override IEnumerable<string> GetNamespaces(IModel model)
    {
        var counts = model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Any(p => p.FindAnnotation(NeutralSnapshots.CountedBySqlServer) is not null);
        return counts ? base.GetNamespaces(model).Append(typeof(NpgsqlValueGenerationStrategy).Namespace!) : base.GetNamespaces(model);
    }

    private static IEnumerable<ColumnOperation> Columns(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => table.Columns,
        AlterColumnOperation altered => [altered, altered.OldColumn],
        ColumnOperation column => [column],
        _ => [],
    };

    private void Neutralise(ColumnOperation column)
    {
        column.ColumnType = json.Contains(column.Table, column.Name) ? JsonMark : null;
        if (column.FindAnnotation("SqlServer:Identity") is null)
            return;
        column.AddAnnotation(NeutralSnapshots.CountedByPostgreSql, NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        column.AddAnnotation("Sqlite:Autoincrement", true);
    }
}

/// <summary>
/// The columns that hold owned types as JSON. They have no property whose type a provider could look up, so a migration has to say that
/// PostgreSQL keeps them as jsonb.
/// </summary>
internal sealed class JsonColumns(IModel model)
{
    private readonly HashSet<(string Table, string Column)> _columns =
    [
        .. from entity in model.GetEntityTypes()
           where entity.IsMappedToJson()
           select (entity.GetTableName()!, entity.GetContainerColumnName()!),
    ];

    public bool Contains(string table, string column) => _columns.Contains((table, column));
}
