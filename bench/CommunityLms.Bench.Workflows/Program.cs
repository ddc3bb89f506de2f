using CommunityLms.Bench.Workflows;

string[] known = ["engine", "tasks", "inbox"];
string[] providers = [.. args.Where(a => a is "sqlite" or "postgres")];
string[] measures = [.. args.Except(providers)];
if (measures.Except(known).Any())
{
    Console.Error.WriteLine("Say which databases (sqlite, postgres) and which measures (engine, tasks, inbox); nothing means all. See bench/README.md.");
    return 1;
}
var work = Directory.CreateTempSubdirectory("lms-bench-").FullName;
if (Asked("engine"))
{
    await InMemory.Cases(work);
    InMemory.Conditions();
}
foreach (var provider in providers is [] ? ["sqlite", "postgres"] : providers)
{
    if (!Asked("tasks") && !Asked("inbox"))
        break;
    if (provider == "postgres" && Databases.Server is null)
    {
        Console.WriteLine("No PostgreSQL server: set COMMUNITYLMS_TEST_POSTGRES to a connection string whose user may create databases.");
        continue;
    }
    if (Asked("tasks"))
    {
        await using var host = await HostInside.Start(await Databases.Empty(provider, work, "tasks"), work);
        await CompletingTasks.Measure(host);
    }
    if (Asked("inbox"))
    {
        await using var few = await HostInside.Start(await Databases.Empty(provider, work, "few"), work);
        await using var many = await HostInside.Start(await Databases.Empty(provider, work, "many"), work);
        await Inboxes.Measure(few, many);
    }
}
return 0;

bool Asked(string measure) => measures is [] || measures.Contains(measure);
