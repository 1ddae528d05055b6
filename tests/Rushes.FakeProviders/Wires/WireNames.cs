using Rushes.FakeProviders.ComfyUi;
using Rushes.FakeProviders.Fal;
using Rushes.FakeProviders.GeminiOmni;
using Rushes.FakeProviders.GoogleFlow;
using Rushes.FakeProviders.LanguageModels;
using Rushes.FakeProviders.Speech;
using Rushes.FakeProviders.VertexVeo;

namespace Rushes.FakeProviders.Wires;

/// <summary>The wires by name.</summary>
internal static class WireNames
{
    private static readonly (string Name, Func<Backstage, Wire> Create)[] Known =
    [
        ("google-flow", backstage => new FlowWire(backstage)),
        ("gemini-omni", backstage => new OmniWire(backstage)),
        ("vertex-veo", backstage => new VertexWire(backstage)),
        ("fal", backstage => new FalWire(backstage)),
        ("comfyui", backstage => new ComfyWire(backstage)),
        ("language-models", backstage => new LanguageModelsWire(backstage)),
        ("speech", backstage => new SpeechWire(backstage)),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Name)];

    public static Wire Create(string name, Backstage backstage) =>
        Known.FirstOrDefault(known => known.Name == name).Create?.Invoke(backstage)
        ?? throw new ArgumentException($"There is no fake called \"{name}\". There are: {string.Join(", ", All)}.", nameof(name));
}
