using System.Globalization;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Tabular;

// Writes units.csv and people.xlsx of an invented city, to try imports with: dotnet run --project tools/CommunityLms.SampleFiles -- 20000 /tmp
if (args is not [var wanted, var folder] || !int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
{
    Console.Error.WriteLine("Say how many people, and into which folder: 20000 /tmp");
    return 1;
}
const int seed = 7;
var city = SampleCity.Scale(people, seed, TimeProvider.System.Today());
await Write("units.csv", TableFormat.Csv, "Units", SampleTables.UnitHeadings, SampleTables.Units(city));
await Write("people.xlsx", TableFormat.Xlsx, "People", SampleTables.PersonHeadings, SampleTables.People(city));
return 0;

async Task Write(string name, TableFormat format, string sheet, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
{
    await using var file = File.Create(Path.Combine(folder, name));
    await using var table = await TableWriter.Create(file, format, sheet, headings, CancellationToken.None);
    foreach (var row in rows)
        await table.Write(row, CancellationToken.None);
    Console.WriteLine(file.Name);
}
