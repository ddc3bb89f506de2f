using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>Whatever people do in whatever order, refused or not.</summary>
public sealed class TreeStaysATree
{
    private enum Deed { Add, Move, Merge, Archive, Restore }

    private static readonly Gen<(Deed Deed, UnitKind Kind, int First, int Second)[]> Deeds = (
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from kind in Gen.Elements(Enum.GetValues<UnitKind>())
        from first in Gen.Choose(0, 1000)
        from second in Gen.Choose(0, 1000)
        select (deed, kind, first, second)).ArrayOf(80);

    [Fact]
    public void Tree_AfterAnySequenceOfChanges_HasTheInstituteOnTopAndEverySchoolBelowADistrict()
    {
        var done = new Dictionary<Deed, int>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Deeds.ToArbitrary(), deeds =>
        {
            var tree = new ATree();
            foreach (var (deed, kind, first, second) in deeds)
            {
                if (Try(tree, deed, kind, tree.Units[first % tree.Units.Count], tree.Units[second % tree.Units.Count]))
                    done[deed] = done.GetValueOrDefault(deed) + 1;
                EnsureItIsATree(tree);
            }
        }));
        // The property says something only if each kind of change was often let through.
        Enum.GetValues<Deed>().ShouldAllBe(deed => done.GetValueOrDefault(deed) > 50);
    }

    private static bool Try(ATree tree, Deed deed, UnitKind kind, Unit first, Unit second)
    {
        try
        {
            switch (deed)
            {
                case Deed.Add: tree.Add(kind, $"Unit {tree.Units.Count}", first); break;
                case Deed.Move: tree.Move(first, second); break;
                case Deed.Merge: tree.Merge(first, second); break;
                case Deed.Archive: first.Archive(tree.Now, ATree.Today); break;
                default: first.Restore(tree.Now, ATree.Today); break;
            }
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    private static void EnsureItIsATree(ATree tree)
    {
        var now = tree.Now;
        now.All.Where(u => u.ParentId is null).ShouldHaveSingleItem().Kind.ShouldBe(UnitKind.Institute);
        foreach (var unit in now.All)
        {
            var path = now.PathOf(unit.Id).Take(now.All.Count + 1).ToList();
            path.Count.ShouldBeLessThanOrEqualTo(4, "no circle, and the counts of people look three steps up");
            path[^1].ShouldBe(now.Root);
            if (unit.Kind == UnitKind.School)
                path[1].Kind.ShouldBeOneOf(UnitKind.District, UnitKind.County);
            if (!unit.IsArchived)
                path.ShouldAllBe(above => !above.IsArchived);
        }
    }
}
