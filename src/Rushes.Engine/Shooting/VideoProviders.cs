namespace Rushes.Engine.Shooting;

/// <summary>The providers that this program can film with, by name.</summary>
public sealed class VideoProviders(IEnumerable<IVideoProvider> providers)
{
    private readonly Dictionary<string, IVideoProvider> _byName = providers.ToDictionary(provider => provider.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public IVideoProvider? Find(string name) => _byName.GetValueOrDefault(name);
}
