using Rushes.Engine.Shooting;
using Rushes.Film.Takes;

namespace Rushes.Engine.Library;

/// <summary>The models that film, from <c>data/models</c>.</summary>
public sealed class ModelBook(DataShelf shelf)
{
    /// <summary>The models with the names of their files.</summary>
    public IReadOnlyList<(string Id, VideoModel Value)> Files => shelf.ReadAll<VideoModel>("models");

    public IReadOnlyList<VideoModel> All => [.. Files.Select(model => model.Value)];

    public IReadOnlyList<VideoModel> Of(string provider) => [.. All.Where(model => model.Provider == provider)];

    /// <summary>The model of a provider that an order names, or the provider's usual one.</summary>
    /// <returns>Null when the provider has no such model.</returns>
    public VideoModel? Find(string provider, string? id)
    {
        var models = Of(provider);
        return id is null
            ? models.FirstOrDefault(model => model.Default) ?? (models is [var first, ..] ? first : null)
            : models.FirstOrDefault(model => model.Id == id);
    }

    /// <summary>What filming an order costs by the known prices; null: unknown.</summary>
    public Cost? CostOf(string provider, ShotOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Find(provider, order.Model)?.CostOf(order.Shot.Duration, order.Size);
    }
}
