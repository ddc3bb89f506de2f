using CommunityLms.Kernel.Settings;

public sealed class FailsToNameItsSettingsModule : LmsModule;

public sealed class FailingSettings : ISettingDefinitionProvider
{
    public IEnumerable<Setting> Define() => throw new InvalidOperationException("no connection");
}
