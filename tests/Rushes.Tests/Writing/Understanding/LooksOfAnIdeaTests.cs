using System.Text.RegularExpressions;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Understanding;

public sealed partial class LooksOfAnIdeaTests
{
    private static readonly BuiltInWriter Writer = new(ProductData.Shelf);

    private static async Task<Script> Write(string idea, long seed = 0) =>
        await Writer.WriteAsync(new(new Brief { Workflow = Workflow.Text2Video, Idea = idea, Seed = seed }, ClipLengths.Any), null, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("A white dog sings to the moon", "a white dog", "golden|black|brown|white fur|patches|chest")]
    [InlineData("A dog, white with brown spots, sings to the moon", "a white dog with brown spots", "golden|black|patches|chest")]
    [InlineData("A little orange cat with green eyes waits for the train", "a little orange cat with green eyes", "grey|ginger|black|round")]
    [InlineData("A tall old man with a grey beard mends clocks", "a tall old man with a grey beard", "white beard")]
    [InlineData("A girl in a red coat looks for her kite", "in a red coat", "sweater|navy|shirt")]
    [InlineData("A black cat with a white-tipped tail finds a key", "a black cat with a white-tipped tail", "tabby|ginger|black fur|snow-white")]
    [InlineData("A red-haired girl with glasses paints the sea", "a red-haired girl", "black hair|dark bob|chestnut")]
    [InlineData("An old woman in a blue scarf feeds the birds", "wearing a blue scarf", "under a scarf")]
    [InlineData("A boy in a yellow raincoat and red boots chases a paper boat", "in a yellow raincoat and red boots", "jacket|T-shirt")]
    [InlineData("A woman in black waits at the station", "in black", "sweater|dress|shirt")]
    [InlineData("A man, with long hair and a scar over one eye, looks for his brother", "long hair, a scar over one eye", "short hair|black hair")]
    [InlineData("A red dragon with golden eyes guards a village", "a red dragon with golden eyes", "jade|rust|scales")]
    [InlineData("A little black and white dog with a red collar sings on the roof", "a little black and white dog", "golden|leather|coat|scarf")]
    [InlineData("A rabbit with brown fur and long ears plants a carrot", "a rabbit with brown fur, long ears", "honey|snow|pink ears|one ear up")]
    [InlineData("A bearded teacher opens a school in the desert", "a bearded teacher", "short beard|dress")]
    [InlineData("Chú chó trắng đốm nâu hát trên mái nhà", "chú chó trắng đốm nâu, ", "lông|ức")]
    [InlineData("Một con mèo đen mắt xanh chờ tàu", "con mèo đen mắt xanh, ", "lông|mắt xanh tròn")]
    [InlineData("Cô gái áo dài đỏ bán hoa ở Hội An", "mặc áo dài đỏ", "váy|sơ mi|áo len|áo bà ba")]
    [InlineData("Ông lão râu bạc thổi sáo bên sông", "ông lão râu bạc, ", "râu bạc dài")]
    [InlineData("Cô bé tóc xoăn đeo kính vẽ biển", "cô bé tóc xoăn, ", "tóc tết|tóc ngắn|tóc mái")]
    [InlineData("Cậu bé mặc áo mưa vàng và đi ủng đỏ thả thuyền giấy", "mặc áo mưa vàng, đi ủng đỏ", "áo thun|áo khoác|giày")]
    [InlineData("Chú mèo mướp có đôi mắt xanh chờ chủ", "chú mèo mướp có đôi mắt xanh, ", "lông|tròn")]
    [InlineData("Chàng trai đội nón lá chèo đò trên sông", "đội nón lá", "mũ")]
    [InlineData("Bà cụ bán xôi tóc bạc nuôi chú chó vàng", "bà cụ bán xôi tóc bạc", "búi|vấn|muối tiêu")]
    [InlineData("Con thỏ trắng mắt đỏ trồng cà rốt", "con thỏ trắng mắt đỏ, ", "lông")]
    [InlineData("Người đàn ông với bộ râu rậm nấu phở", "người đàn ông với bộ râu rậm, ", "quai nón")]
    [InlineData("Cô bé Lan tóc dài, mắt to, nhặt được chiếc chìa khóa", "cô bé tóc dài, mắt to, ", "tóc tết|tóc ngắn|mắt tròn|đôi mắt")]
    [InlineData("Chú robot đỏ có một mắt học nhảy", "chú robot đỏ có một mắt", "vỏ|thân|hai mắt")]
    [InlineData("Chú chó lông xù đen chờ chủ ở sân ga", "chú chó lông xù đen, ", "lông vàng|lông trắng|lông đen|ức")]
    public async Task What_the_idea_says_stands_in_the_identity_and_nothing_lent_gainsays_or_repeats_it(string idea, string said, string lent)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var identity = (await Write(idea, seed)).Characters[0].VisualIdentity;
            Assert.Contains(said, identity, StringComparison.Ordinal);
            Assert.DoesNotMatch($@"\b({lent})\b", identity.Replace(said, "", StringComparison.Ordinal));
            Assert.DoesNotMatch(Unwell(), identity);
        }
    }

    [Theory]
    [InlineData("A photographer with a camera meets a fox in the snow")]
    [InlineData("A woman with a broken heart opens a cafe")]
    [InlineData("A boy with his dog looks for treasure")]
    [InlineData("A boy with an eye for detail builds a clock")]
    [InlineData("A photographer in a coat shop finds a letter")]
    [InlineData("A girl in love with a robot waits in the rain")]
    [InlineData("A bird with a broken wing crosses the desert")]
    [InlineData("An archer with a bow hunts in the forest")]
    [InlineData("A man with a heavy trunk waits for the train")]
    [InlineData("A seamstress sews a red coat for a bear")]
    [InlineData("Two sisters in red coats look for their cat")]
    [InlineData("A girl wants to meet a boy in a red coat")]
    [InlineData("How to draw a cat with green eyes")]
    [InlineData("Cô gái tìm chiếc áo đỏ của mẹ")]
    [InlineData("Cô gái may áo đỏ cho mẹ")]
    [InlineData("Anh thợ cắt tóc dạo ở góc phố")]
    [InlineData("Chàng trai muốn gặp cô gái mặc váy trắng")]
    [InlineData("Cậu bé đánh giày và đôi giày đỏ")]
    public void What_is_surely_no_look_is_read_as_before(string idea) => Assert.Empty(Read(idea).Looks);

    [Fact]
    public void The_rest_is_read_as_if_the_looks_were_not_there()
    {
        var girl = Read("A girl in a red coat looks for her kite");
        Assert.Equal(("girl", "looks for her kite", "kite"), (girl.Hero!.Called, girl.Event, girl.Thing));
        var man = Read("A tall old man with a grey beard mends clocks");
        Assert.Equal(("tall old man", "mends clocks", null), (man.Hero!.Called, man.Event, man.Mate));
        var dog = Read("A dog, white with brown spots, sings to the moon");
        Assert.Equal(("dog", "sings to the moon"), (dog.Hero!.Called, dog.Event));
        var leo = Read("A boy named Leo with curly hair builds a rocket");
        Assert.Equal(("boy", "Leo", "hair"), (leo.Hero!.Called, leo.Hero.Name, leo.Hero.Tail!.Looks[0].Aspect.Id));
        Assert.Equal("thổi sáo bên sông", Read("Ông lão râu bạc thổi sáo bên sông").Event);
        Assert.Equal("cô gái bán hoa", Read("Cô gái áo dài đỏ bán hoa ở Hội An").Hero!.Called);
    }

    [Fact]
    public async Task A_told_story_says_a_look_once()
    {
        var script = await Write("A girl in a red coat looks for her kite. She climbs the hill behind the school. The wind takes the kite away. They all fly home. The sun goes down.");
        Assert.Contains("in a red coat", script.Characters[0].VisualIdentity, StringComparison.Ordinal);
        Assert.DoesNotContain(script.Scenes, scene => scene.Prompt.Split("in a red coat").Length > 2);
        Assert.Contains(script.Scenes, scene => scene.Prompt.Contains("in a red coat, looks for her kite", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "A {0} {1} waits for the train", "white,black,red,orange,spotted", @"\b(fur|coat|feathers|scales|shell|mane|plush|spines|skin|body|plates|belly|chest)\b")]
    [InlineData("vi", "{1} {0} chờ tàu", "trắng,đen,đỏ,vàng,đốm", @"(?<![\p{L}])(lông|vảy|da|mai|vỏ|mình|lưng|bụng|ức|bờm)(?![\p{L}])")]
    public void No_animal_whose_colour_the_idea_tells_is_lent_a_coat(string language, string pattern, string colours, string coats)
    {
        var book = new PhraseBook(ProductData.Shelf, language);
        var animals = ProductData.Shelf.ReadAll<List<LexiconEntry>>($"writing/{language}/lexicon").SelectMany(file => file.Value).Where(entry => entry.Kind is "animal" or "robot");
        var cast = from entry in animals
                   from colour in colours.Split(',')
                   where !entry.Words[0].Contains(colour, StringComparison.Ordinal)
                   let idea = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, colour, entry.Words[0])
                   let hero = book.Reader.Read(idea).Hero
                   where hero is not null && hero.Entry == entry && hero.Called.Contains(colour, StringComparison.Ordinal)
                   let member = new Casting(book, new(idea.Length, idea), told: false).Cast(hero, "hero")
                   select (Idea: idea, member.Identity, Lent: member.Identity.Replace(hero.Called, "", StringComparison.Ordinal));
        var all = cast.ToList();
        Assert.True(all.Count > 150, $"{all.Count}");
        Assert.Empty(all.Where(one => Regex.IsMatch(one.Lent, coats, RegexOptions.None, TimeSpan.FromSeconds(2)) || Unwell().IsMatch(one.Identity)).Select(one => $"{one.Idea}: {one.Identity}"));
    }

    private static Reading Read(string idea) => new PhraseBook(ProductData.Shelf, idea.Any(letter => letter > 'ÿ') ? "vi" : "en").Reader.Read(idea);

    /// <summary>A gap, a mark twice, a word twice.</summary>
    [GeneratedRegex(@", ,|,,| ,|  |\bwith ,|, \.|\b(?<word>\p{L}+) \k<word>\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unwell();
}
