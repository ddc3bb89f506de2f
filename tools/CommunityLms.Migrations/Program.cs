using CommunityLms.Migrations;
using Microsoft.EntityFrameworkCore.Design;

const string Usage = """
    Migrations for the contexts of all modules, one neutral set for SQLite, PostgreSQL and SQL Server.

      list                     every context, its migrations, and whether its model has changed since the last
      add <Context> <Name>     writes a migration, for example: add Institutes Initial
      remove-last <Context>    takes the newest one back, as long as nobody has released it
    """;

switch (args)
{
    case ["list"]:
        foreach (var context in DesignTimeContext.All)
            On(context, writer => $"{context.Name}: {writer.Migrations.Count} migrations, {(writer.HasChanges ? "has changes: add a migration" : "up to date")}");
        return 0;
    case ["add", var name, var migration]:
        return OnNamed(name, writer => writer.HasChanges ? $"Wrote {writer.Add(migration)}. Read it before you commit it." : $"The model of {name} has no changes.");
    case ["remove-last", var name]:
        return OnNamed(name, writer => writer.RemoveLast() is { } file ? $"Removed {file}." : $"{name} has no migrations.");
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int OnNamed(string name, Func<MigrationWriter, string> action)
{
    if (DesignTimeContext.All.SingleOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } context)
    {
        Console.Error.WriteLine($"There is no context {name}. There are: {string.Join(", ", DesignTimeContext.All.Select(c => c.Name))}.");
        return 1;
    }
    try
    {
        On(context, action);
        return 0;
    }
    catch (OperationException refused)
    {
        Console.Error.WriteLine(refused.Message);
        return 1;
    }
}

static void On(DesignTimeContext context, Func<MigrationWriter, string> action)
{
    using var writer = new MigrationWriter(context);
    Console.WriteLine(action(writer));
}
