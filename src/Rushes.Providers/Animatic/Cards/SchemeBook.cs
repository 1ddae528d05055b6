using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Finds the colours of a film: by name, else by the product, so that all its scenes have the same.</summary>
internal sealed class SchemeBook(IDataLibrary library)
{
    private readonly Lazy<IReadOnlyList<Scheme>> _schemes = new(() => library.Read<List<Scheme>>("sales/schemes.json"));

    public IReadOnlyList<Scheme> All => _schemes.Value;

    public Scheme Of(SalesCard card) =>
        All.FirstOrDefault(scheme => IsNamed(scheme, card.Scheme)) ?? All[Dice.Of(card.ProductName).Choose("scheme", All.Count)];

    private static bool IsNamed(Scheme scheme, string? name) =>
        name is not null && (scheme.Name.En.Equals(name, StringComparison.OrdinalIgnoreCase) || name.Equals(scheme.Name.Vi, StringComparison.OrdinalIgnoreCase));
}
