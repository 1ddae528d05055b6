namespace Rushes.Engine.Writing.Understanding;

/// <summary>What the slots of patterns stand for in a film.</summary>
internal static class SlotValues
{
    public static IReadOnlyDictionary<string, string> Of(Premise premise, string language)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        var english = language == "en";
        Add(slots, premise.Hero, "hero", "", english);
        if (premise.Mate is { } mate)
            Add(slots, mate, "mate", "m", english);
        if (premise.Sought is { } sought)
        {
            Add(slots, sought, "lost", "l", english);
            slots["sought"] = english ? $"{premise.Hero.He[2]} {premise.Reading.Sought!.Called}" : premise.Reading.Sought!.Called;
        }

        slots["goal"] = premise.Goal;
        slots["thing"] = english ? $"the {premise.Thing}" : premise.Thing;
        var whole = premise.Reading.WholeThing ?? premise.Thing;
        slots["a thing"] = english ? EnglishForms.A(whole) : whole;
        slots["thing bare"] = premise.Thing;
        if (english)
            slots["goaling"] = EnglishForms.Gerund(premise.Goal);
        if (premise.Reading.Goal is not null)
            slots["own goal"] = premise.Goal;
        if (premise.Reading.Thing is not null)
            slots["own thing"] = slots["thing"];
        if (premise.Reading.Event is { Length: > 0 and < 110 } told)
        {
            slots["event"] = told;
            slots["who"] = premise.IsPair ? Pair(premise, english) : premise.First.Name;
        }
        if (premise.Reading.Subject is { } subject)
        {
            slots["subject"] = subject;
            slots["the subject"] = english && !subject.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && char.IsLower(subject[0]) ? $"the {subject}" : subject;
        }

        if (premise.Reading.Count is { } count)
            slots["count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return slots;
    }

    private static string Pair(Premise premise, bool english) => $"{premise.Hero.Name} {(english ? "and" : "và")} {premise.Mate!.Name}";

    private static void Add(Dictionary<string, string> slots, CastMember member, string name, string prefix, bool english)
    {
        var called = english && member.IsCalledByRole ? $"the {member.Name}" : member.Name;
        slots[name] = called;
        slots[$"{name} role"] = member.Called;
        slots[$"{name} a role"] = english ? EnglishForms.A(member.Called) : member.Called;
        slots[$"{prefix}he"] = member.He[0];
        slots[$"{prefix}him"] = member.He[1];
        slots[$"{prefix}his"] = member.He[2];
        slots[$"{prefix}himself"] = member.He[3];
        if (english)
            slots[$"{name}'s"] = called.EndsWith('s') ? $"{called}'" : $"{called}'s";
    }
}
