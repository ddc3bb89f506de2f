using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CommunityLms.Migrations.Tests;

/// <summary>Reads a script as SQL Server's own parser does, and follows every name to the statement that made it.</summary>
internal sealed class TSqlScript : TSqlFragmentVisitor
{
    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    public IReadOnlyCollection<string> Tables => _columns.Keys;

    /// <summary>What SQL Server would refuse, each with its line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static TSqlScript Check(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var check = new TSqlScript();
        check._problems.AddRange(errors.Select(e => $"line {e.Line}: {e.Message}"));
        parsed?.Accept(check);
        return check;
    }

    public override void ExplicitVisit(CreateTableStatement node)
    {
        var table = Name(node.SchemaObjectName);
        _columns[table] = new(node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value), StringComparer.OrdinalIgnoreCase);
        Visit(table, node.Definition);
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(AlterTableAddTableElementStatement node)
    {
        var table = Name(node.SchemaObjectName);
        foreach (var column in node.Definition.ColumnDefinitions)
            ColumnsOf(table, node).Add(column.ColumnIdentifier.Value);
        Visit(table, node.Definition);
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(AlterTableAlterColumnStatement node)
    {
        Know(Name(node.SchemaObjectName), node.ColumnIdentifier.Value, node);
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(AlterTableDropTableElementStatement node)
    {
        var table = Name(node.SchemaObjectName);
        foreach (var element in node.AlterTableDropTableElements.Where(e => e.TableElementType == TableElementType.Column))
        {
            Know(table, element.Name.Value, node);
            ColumnsOf(table, node).Remove(element.Name.Value);
        }
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(DropTableStatement node)
    {
        foreach (var table in node.Objects.Select(Name))
            if (!_columns.Remove(table))
                Problem(node, $"unknown table {table}");
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(CreateIndexStatement node)
    {
        foreach (var column in node.Columns.Select(c => c.Column).Concat(node.IncludeColumns))
            Know(Name(node.OnName), column.MultiPartIdentifier.Identifiers[^1].Value, node);
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(InsertStatement node)
    {
        if (node.InsertSpecification.Target is NamedTableReference target)
            foreach (var column in node.InsertSpecification.Columns)
                Know(Name(target.SchemaObject), column.MultiPartIdentifier.Identifiers[^1].Value, node);
        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(UserDataTypeReference node) => Problem(node, $"unknown type {Name(node.Name)}");

    private void Visit(string table, TableDefinition definition)
    {
        foreach (var key in definition.TableConstraints.OfType<UniqueConstraintDefinition>())
            foreach (var column in key.Columns)
                Know(table, column.Column.MultiPartIdentifier.Identifiers[^1].Value, key);
        foreach (var key in definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>())
        {
            foreach (var column in key.Columns)
                Know(table, column.Value, key);
            foreach (var column in key.ReferencedTableColumns)
                Know(Name(key.ReferenceTableName), column.Value, key);
        }
    }

    private void Know(string table, string column, TSqlFragment where)
    {
        if (!ColumnsOf(table, where).Contains(column))
            Problem(where, $"unknown column {table}.{column}");
    }

    private HashSet<string> ColumnsOf(string table, TSqlFragment where)
    {
        if (_columns.TryGetValue(table, out var columns))
            return columns;
        Problem(where, $"unknown table {table}");
        return [];
    }

    private void Problem(TSqlFragment where, string what) => _problems.Add($"line {where.StartLine}: {what}");

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
