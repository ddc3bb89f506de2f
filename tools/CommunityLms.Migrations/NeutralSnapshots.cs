using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace CommunityLms.Migrations;

/// <summary>Keeps store types and what only SQL Server means out of the model snapshot, so that every provider reads it as its own.</summary>
internal sealed class NeutralSnapshots(AnnotationCodeGeneratorDependencies dependencies) : AnnotationCodeGenerator(dependencies)
{
    internal const string CountedBySqlServer = "SqlServer:ValueGenerationStrategy";
    internal const string CountedByPostgreSql = "Npgsql:ValueGenerationStrategy";

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IModel model, IDictionary<string, IAnnotation> annotations)
    {
        annotations.Remove(RelationalAnnotationNames.MaxIdentifierLength);
        RemoveSqlServer(annotations);
        return base.GenerateFluentApiCalls(model, annotations);
    }

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IEntityType entityType, IDictionary<string, IAnnotation> annotations)
    {
        annotations.Remove(RelationalAnnotationNames.ContainerColumnType);
        return base.GenerateFluentApiCalls(entityType, annotations);
    }

    public override IReadOnlyList<MethodCallCodeFragment> GenerateFluentApiCalls(IProperty property, IDictionary<string, IAnnotation> annotations)
    {
        annotations.Remove(RelationalAnnotationNames.ColumnType);
        // A snapshot is read without conventions, so PostgreSQL has to be told as well that the database counts.
        if (annotations.ContainsKey(CountedBySqlServer))
            annotations[CountedByPostgreSql] = new Annotation(CountedByPostgreSql, NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        return base.GenerateFluentApiCalls(property, annotations);
    }

    private static void RemoveSqlServer(IDictionary<string, IAnnotation> annotations)
    {
        foreach (var name in annotations.Keys.Where(n => n.StartsWith("SqlServer:", StringComparison.Ordinal)).ToList())
            annotations.Remove(name);
    }
}
