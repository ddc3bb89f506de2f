using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityLms.Architecture.Tests;

/// <summary>A module shows its contracts and its module class; the rest is its own business.</summary>
public sealed class Visibility
{
    /// <summary>What the framework finds only when it is public, and what EF writes so.</summary>
    private static readonly Type[] PublicByNeed = [typeof(LmsModule), typeof(Migration), typeof(ModelSnapshot), typeof(TagHelper)];

    /// <summary>Types that are public for a reason of their own.</summary>
    private static readonly Dictionary<string, string> Reasons = [];

    [Fact]
    public void Module_WhenCompiled_ShowsNothingOfItsInside() =>
        (from project in Repository.Product
         where project is { Module: not null, IsContracts: false, IsEngine: false }
         from type in project.Load().GetExportedTypes()
         where !PublicByNeed.Any(type.IsSubclassOf) && !Reasons.ContainsKey(type.FullName!)
         select $"{type.FullName}: make it internal, or move it to Contracts").ShouldBeEmpty();

    [Fact]
    public void Module_WhenCompiled_HoldsOneModuleClass() =>
        (from project in Repository.Product
         where !project.IsContracts && project.Load().GetReferencedAssemblies().Any(r => r.Name == "CommunityLms.Kernel") && !project.IsEngine
         let modules = project.Load().GetTypes().Count(t => t.IsSubclassOf(typeof(LmsModule)) && !t.IsAbstract)
         where modules != 1
         select $"{project} holds {modules} module classes").ShouldBeEmpty();
}
