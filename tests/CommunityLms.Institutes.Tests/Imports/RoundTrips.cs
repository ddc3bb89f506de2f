using System.Globalization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Sample;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Tabular;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>What is exported and imported again changes nothing.</summary>
public sealed class RoundTrips(ImportWorld world) : IClassFixture<ImportWorld>
{
    private const int Tables = 15;

    [Theory]
    [InlineData("units", TableFormat.Csv, "en")]
    [InlineData("units", TableFormat.Xlsx, "zh-Hans")]
    [InlineData("people", TableFormat.Csv, "zh-Hans")]
    [InlineData("people", TableFormat.Xlsx, "en")]
    public async Task Export_WhenOfTheSampleCity_IsTheSameWhenImported(string importer, TableFormat format, string culture)
    {
        var institute = await WithSampleCity();
        byte[] file;
        using (Speaking(culture))
            file = await institute.Export(importer, format);

        var run = await institute.Check(importer, file, name: "table" + format.Extension());

        run.Said().ShouldBeEmpty();
        (run.ToAdd, run.ToChange, run.Bad).ShouldBe((0, 0, 0));
        run.Same.ShouldBeGreaterThan(importer == "people" ? 300 : 100);
    }

    [Fact]
    public async Task Export_WhenOfAnyPeople_ImportsElsewhereAndExportsAgainTheSame()
    {
        foreach (var table in Person.ArrayOf(12).Sample(Tables, 12))
        {
            var (first, second) = (await TestInstitute.Found(world), await TestInstitute.Found(world));
            string[] lines = ["Staff number,Family name,Given name,Latin name,Gender,Birth year,E-mail,Phone,Unit code,Subject,Grade band,Load,Title,Employed from,Employed to,Backbone level,Backbone category,Appraised since,Tutor position,Tutor subject,Tutor group",
                .. table.Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"P-{i},") + row.Replace("@", $"{i}@", StringComparison.Ordinal))];
            await first.Import("people", lines);
            var exported = await first.Export("people", TableFormat.Csv);

            var run = await second.Check("people", exported);
            run.Said().ShouldBeEmpty(string.Join('\n', lines));
            (await second.Apply(run.Id)).State.ShouldBe(ImportState.Done);

            (await second.Export("people", TableFormat.Csv)).ShouldBe(exported);
            (await second.Check("people", exported)).Counts().ShouldBe((0, 0, table.Length + 2, 0));
        }
    }

    [Fact]
    public async Task Contact_WhenThePersonMayNotSeeIt_IsNeitherGivenOutNorTakenIn()
    {
        var institute = await TestInstitute.Found(world);
        await institute.Import("people", "Staff number,Family name,Given name,Unit code,Phone", "P-1,陈,晓兰,TH-1,020-1");
        await institute.Ask(async db =>
        {
            db.RemoveRange(db.RolePermissions.Where(p => p.Permission == InstitutesPermissions.People.Contact));
            return await db.SaveChangesAsync();
        });

        System.Text.Encoding.UTF8.GetString(await institute.Export("people", TableFormat.Csv, institute.Officer)).ShouldNotContain("020-1");
        var run = await institute.Check("people", TestInstitute.Csv("Staff number,Family name,Given name,Unit code,Phone", "P-1,陈,晓兰,TH-1,999"), institute.Officer);
        run.Counts().ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task Export_WhenThePersonReachesOneDistrict_HoldsThatOnly()
    {
        var institute = await TestInstitute.Found(world);
        await institute.Import("people", "Staff number,Family name,Given name,Unit code", "P-1,陈,晓兰,TH-1", "P-2,李,明,CH-1");

        var people = System.Text.Encoding.UTF8.GetString(await institute.Export("people", TableFormat.Csv, institute.Officer));
        var units = System.Text.Encoding.UTF8.GetString(await institute.Export("units", TableFormat.Csv, institute.Officer));

        (people.Contains("P-1", StringComparison.Ordinal), people.Contains("P-2", StringComparison.Ordinal)).ShouldBe((true, false));
        (units.Contains("TH-1", StringComparison.Ordinal), units.Contains("CH-1", StringComparison.Ordinal)).ShouldBe((true, false));
    }

    /// <summary>Cells of a person, valid in every combination; "@" stands for an address not yet taken.</summary>
    private static Gen<string> Person =>
        from name in Gen.Elements("陈,晓兰,Chen Xiaolan", "李,明,", "=王,\"芳\"\"芳\",Wang Fang", "欧阳,+1,'quoted")
        from self in Gen.Elements("Female,1985,@school.example,020-1", "男,,,", ",2001,@x.example,\"a,b\"")
        from unit in Gen.Elements("TH-1", "TH-1-M", "CH-1", "INST", "th")
        from subject in Gen.Elements("MATH", "语文", "Chinese", "")
        from terms in Gen.Elements("Grades 3–4,Full time,班主任", "初中,兼任,", ",,Head")
        from time in Gen.Elements("2015-09-01,", "2015-09-01,2020-08-31", "2035-09-01,", ",", "2020-02-29,2031-01-01")
        from backbone in Gen.Elements(",,", "City level,Key teacher,2020-01-01", "省级,教学名师,", "County level,学科带头人,2034-05-05")
        from tutor in Gen.Elements(",,", "Tutor,MATH,天河导师组", "Section,语文,", "Group leader,CHN,=组")
        select string.Join(',', name, self, unit, subject, terms, time, backbone, tutor);

    private static After Speaking(string culture)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return new After(() => CultureInfo.CurrentUICulture = before);
    }

    private async Task<TestInstitute> WithSampleCity()
    {
        var institute = await TestInstitute.Found(world);
        await institute.Ask(async db =>
        {
            var city = SampleCity.Create(7, TestInstitute.Today);
            var units = new Dictionary<string, Unit> { [city.Units[0].Key] = db.Units.Single(u => u.Kind == UnitKind.Institute) };
            foreach (var unit in city.Units.Skip(1))
                db.Add(units[unit.Key] = new(unit.Kind, new(unit.Name, unit.LatinName, "S" + unit.Code, unit.Setting, unit.Address), units[unit.ParentKey!], unit.Since));
            var subjects = city.Subjects.ToDictionary(s => s.Code, s => db.Subjects.Local.FirstOrDefault(known => known.Code == s.Code) ?? db.Subjects.SingleOrDefault(known => known.Code == s.Code) ?? db.Add(new Subject(s.Code, s.Name, s.LatinName)).Entity);
            db.AddRange(city.People.Select(p => SamplePersonRecord.Of(p, units, subjects)));
            return await db.SaveChangesAsync();
        });
        return institute;
    }

    private sealed class After(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
