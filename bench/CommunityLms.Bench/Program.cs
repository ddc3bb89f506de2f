using CommunityLms.Bench;
using CommunityLms.Bench.Bare;

if (args is ["bare", var provider, var connection, var url])
{
    await BareSite.Run(url, new(provider, connection));
    return 0;
}
string[] providers = [.. args.Where(a => a is "sqlite" or "postgres")];
string[] measures = [.. args.Except(providers)];
if (measures.Except(["start", "import", "pages", "mentoring", "matching", "round"]).Any())
{
    Console.Error.WriteLine("Say which databases (sqlite, postgres) and which measures (start, import, pages, mentoring, matching, round); nothing means all. See bench/README.md.");
    return 1;
}
if (measures is [] || measures.Contains("matching"))
    MatchingCity.Run();
if (measures is ["matching"])
    return 0;
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "CommunityLms.slnx")))
    root = root.Parent ?? throw new InvalidOperationException("The bench runs outside the repository.");
var work = Path.Combine(root.FullName, "artifacts", "bench");
var host = new HostUnderTest(root.FullName, work);
await host.Publish();
foreach (var name in providers is [] ? ["sqlite", "postgres"] : providers)
{
    var folder = Path.Combine(work, name);
    if (Database.Of(name, folder) is not { } database)
    {
        Console.WriteLine("No PostgreSQL server: set COMMUNITYLMS_TEST_POSTGRES to a connection string whose user may create databases.");
        continue;
    }
    var bench = new Measures(host, database, folder);
    // Each measure but the last needs the database empty; the import fills it for the pages and for mentoring.
    if (measures is [] || measures.Contains("start") || measures.Contains("import"))
        await bench.FirstStart();
    if (measures is [] || measures.Contains("import"))
        await bench.Import();
    if (measures is [] || measures.Contains("start"))
        await bench.FurtherStarts();
    if (measures is [] || measures.Contains("pages"))
        await bench.Pages();
    if (measures is [] || measures.Contains("mentoring"))
        await bench.Mentoring();
    if (measures is [] || measures.Contains("round"))
        await bench.Round();
}
return 0;
