using System.Reflection;
using CommunityLms.Architecture.Tests.Sources;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Navigation;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Web.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>What modules contribute to the shell is said in Chinese too.</summary>
[Collection(OnTheRunningHost.Name)]
public sealed class ContributedTexts(RunningHost host)
{
    [Fact]
    public void Contribution_WhenShownToPeople_IsTranslated()
    {
        using var scope = host.Services.CreateScope();
        var texts = Said(scope.ServiceProvider).ToList();

        texts.ShouldNotBeEmpty();
        (from text in texts
         where text.Key.Any(char.IsLower)
         let project = Repository.Product.Single(p => p.Name == text.Assembly.GetName().Name)
         where !Translations.IsTranslated(project, text.Key)
         select $"{project}: {text.Key}").Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<(Assembly Assembly, string Key)> Said(IServiceProvider services) =>
    [
        .. Of<IPermissionDefinitionProvider>(services, p => p.Define().Select(d => d.DisplayName)),
        .. Of<IMenuContributor>(services, m => m.Menu().SelectMany(i => new[] { i.Text, i.Group ?? "" })),
        .. Of<ISettingDefinitionProvider>(services, p => p.Define().SelectMany(SaidBy)),
        .. Of<INotificationKindProvider>(services, p => p.Define().SelectMany(k => new[] { k.DisplayName, k.Text })),
        .. Of<IRecurringJob>(services, j => [j.Title]),
        .. Of<IDashboardWidget>(services, w => [w.Title]),
    ];

    /// <summary>A language is called by its own name in every language.</summary>
    private static IEnumerable<string> SaidBy(Setting setting) =>
        [setting.DisplayName, setting.Help ?? "", .. (setting.Choices ?? new Dictionary<string, string>()).Where(c => !Kernel.Localization.Languages.Names.ContainsKey(c.Key)).Select(c => c.Value)];

    private static IEnumerable<(Assembly, string)> Of<T>(IServiceProvider services, Func<T, IEnumerable<string>> texts) where T : IContributor =>
        services.Contributions<T>().SelectMany(c => texts(c).Select(text => (c.GetType().Assembly, text)));
}
