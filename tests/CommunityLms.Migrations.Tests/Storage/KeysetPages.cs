using System.Linq.Expressions;
using System.Text;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Migrations.Tests.Scratch;
using CommunityLms.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests.Storage;

/// <summary>Pages put one after the other are the whole list in its order, whatever the keys and the size of the page.</summary>
public abstract class KeysetPages(TestDatabase database) : StorageTests(database)
{
    private const int Tries = 40;
    private static readonly DateTime Monday = new(2026, 8, 31, 0, 0, 0, DateTimeKind.Utc);

    // Few keys for many rows, so that ties are common; texts that collations like to confuse.
    private static readonly Gen<string> Texts = Gen.Elements("", " ", "a", "A", "á", "ab", "a b", "a-b", "Z", "_", "10", "9", "ß", "ss", "王芳", "王 芳", "李娜", "👩‍🏫", "'", "\"", "%", "\\");
    private static readonly Gen<DateTime> Moments = Gen.Elements(0L, 1, 10, 100_000, 123_456, 1_000_000, 86_400_000_000, -1).Select(microseconds => Monday.AddMicroseconds(microseconds));
    private static readonly Gen<int> Numbers = Gen.Elements(int.MinValue, -10, -9, 0, 1, 2, 10, int.MaxValue);

    [Fact]
    public void Pages_ByAText_MakeTheWholeList() => PagesMakeTheList(Texts, t => t.Name, name => new() { Name = name }, order: null);

    [Fact]
    public void Pages_ByAMoment_MakeTheWholeList() => PagesMakeTheList(Moments, t => t.JoinedAt, at => new() { JoinedAt = at }, Comparer<DateTime>.Default);

    [Fact]
    public void Pages_ByANumber_MakeTheWholeList() => PagesMakeTheList(Numbers, t => t.Lessons, number => new() { Lessons = number }, Comparer<int>.Default);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    [InlineData("null", true)]
    [InlineData("{}", true)]
    [InlineData("""{"Key":"a","Id":"b"}""", true)]
    [InlineData("""{"Key":"text","Id":"0191f0c0-0000-7000-8000-000000000000"}""", true)]
    public async Task Page_WhenTheCursorIsNotOurs_IsRefusedWithAWayOut(string cursor, bool encode = false)
    {
        var after = encode ? Convert.ToBase64String(Encoding.UTF8.GetBytes(cursor)) : cursor;

        var refused = await Request(db => Should.ThrowAsync<RuleBroken>(() => db.Teachers.ToPage(t => t.Lessons, t => t.Id, new(after), Cancel)));

        refused.Message.ShouldContain("first page");
    }

    /// <param name="order">The order the keys must be in; null where it is the database's collation.</param>
    private void PagesMakeTheList<TKey>(Gen<TKey> keys, Expression<Func<Teacher, TKey>> key, Func<TKey, Teacher> make, Comparer<TKey>? order)
    {
        var listings = from rows in Gen.ArrayOf(keys)
                       from size in Gen.Choose(1, 6)
                       from down in Gen.Elements(true, false)
                       select new Listing<TKey>(rows, size, down);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries).WithEndSize(25).WithQuietOnSuccess(true), Prop.ForAll(Arb.From(listings), Holds));

        Task Holds(Listing<TKey> listing) => Request(Guid.CreateVersion7(), async db =>
        {
            db.AddRange(listing.Keys.Select(make));
            await db.SaveChangesAsync(Cancel);
            db.ChangeTracker.Clear();

            var pages = await AllPages(db.Teachers, key, listing);

            var rows = pages.SelectMany(p => p.Items).ToList();
            var whole = listing.Descending ? db.Teachers.OrderByDescending(key).ThenByDescending(t => t.Id) : db.Teachers.OrderBy(key).ThenBy(t => t.Id);
            rows.Select(t => t.Id).ShouldBe(await whole.Select(t => t.Id).ToListAsync(Cancel));
            rows.Count.ShouldBe(listing.Keys.Length);
            pages.SkipLast(1).ShouldAllBe(p => p.Items.Count == listing.Size);
            if (order is not null)
                rows.Select(key.Compile()).ShouldBe(listing.Descending ? listing.Keys.OrderDescending(order) : listing.Keys.Order(order));
            return true;
        });
    }

    private static async Task<List<Page<Teacher>>> AllPages<TKey>(IQueryable<Teacher> teachers, Expression<Func<Teacher, TKey>> key, Listing<TKey> listing)
    {
        var pages = new List<Page<Teacher>>();
        var after = (string?)null;
        do
        {
            pages.Add(await teachers.ToPage(key, t => t.Id, new(after, listing.Size), Cancel, listing.Descending));
            after = pages[^1].Next;
            pages.Count.ShouldBeLessThanOrEqualTo(listing.Keys.Length + 1, "the pages go round in a circle");
        }
        while (after is not null);
        return pages;
    }

    private sealed record Listing<TKey>(TKey[] Keys, int Size, bool Descending)
    {
        public override string ToString() => $"{Keys.Length} rows, pages of {Size}, {(Descending ? "descending" : "ascending")}: {string.Join(" | ", Keys)}";
    }
}

public sealed class KeysetPagesOnSqlite(SqliteDatabase database) : KeysetPages(database), IClassFixture<SqliteDatabase>;

public sealed class KeysetPagesOnPostgreSql(PostgreSqlDatabase database) : KeysetPages(database), IClassFixture<PostgreSqlDatabase>;
