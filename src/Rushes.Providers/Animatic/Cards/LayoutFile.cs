using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>How the card of one beat looks: <c>data/sales/layouts/&lt;beat&gt;.json</c>.</summary>
/// <param name="Backgrounds">The first whose conditions hold is shown.</param>
/// <param name="Shapes">Items from back to front, for each shape of room.</param>
internal sealed record LayoutFile(Names Name, IReadOnlyList<BackgroundFile> Backgrounds, IReadOnlyDictionary<string, IReadOnlyList<ItemFile>> Shapes)
{
    /// <summary>The items for a shape, or for the one that comes nearest.</summary>
    public IReadOnlyList<ItemFile> Of(CardShape shape)
    {
        CardShape[] order = shape switch
        {
            CardShape.Tall => [CardShape.Tall, CardShape.Square, CardShape.Wide],
            CardShape.Wide => [CardShape.Wide, CardShape.Square, CardShape.Tall],
            _ => [CardShape.Square, CardShape.Tall, CardShape.Wide],
        };
        return order.Select(name => Shapes.GetValueOrDefault(name.ToString().ToLowerInvariant())).FirstOrDefault(items => items is not null) ?? [];
    }
}
