using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;

namespace Rushes.Studio.Parts;

/// <summary>Prices in the user's language. What nobody knows is said to be unknown.</summary>
internal static class Prices
{
    public static string Of(CostEstimate cost) => Of(cost.Amount, cost.Currency);

    public static string Of(CostShare share) => Of(share.Amount, CostShare.Currency);

    private static string Of(decimal? amount, string currency) => amount switch
    {
        null => Sentence.Of("data.price-unknown"),
        0 => Sentence.Of("film.free"),
        { } known => string.Create(CultureInfo.InvariantCulture, $"{known:0.00##} {currency}"),
    };
}
