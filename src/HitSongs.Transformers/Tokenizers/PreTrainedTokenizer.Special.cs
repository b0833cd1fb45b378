using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers;

/// <summary>The special tokens by name. Setting one adds it to the vocabulary where that lacks it.</summary>
public partial class PreTrainedTokenizer
{
    public string? bos_token { get => Special(); set => SetSpecial(value); }

    public string? eos_token { get => Special(); set => SetSpecial(value); }

    public string? unk_token { get => Special(); set => SetSpecial(value); }

    public string? sep_token { get => Special(); set => SetSpecial(value); }

    public string? pad_token { get => Special(); set => SetSpecial(value); }

    public string? cls_token { get => Special(); set => SetSpecial(value); }

    public string? mask_token { get => Special(); set => SetSpecial(value); }

    public int? bos_token_id => SpecialId(bos_token);

    public int? eos_token_id => SpecialId(eos_token);

    public int? unk_token_id => SpecialId(unk_token);

    public int? sep_token_id => SpecialId(sep_token);

    public int? pad_token_id => SpecialId(pad_token);

    public int? cls_token_id => SpecialId(cls_token);

    public int? mask_token_id => SpecialId(mask_token);

    /// <summary>Special tokens without a name of their own.</summary>
    public IReadOnlyList<string> additional_special_tokens => [.. _additional.Select(token => token.content)];

    /// <summary>Every special token once, named ones first.</summary>
    public IReadOnlyList<string> all_special_tokens =>
        [.. SpecialTokens.Names.Where(_special.ContainsKey).Select(name => _special[name].content).Concat(additional_special_tokens).Distinct()];

    /// <summary>Their ids.</summary>
    public IReadOnlyList<int> all_special_ids => [.. all_special_tokens.Select(token => Pipeline.Added.IdOf(token)!.Value)];

    /// <summary>The named special tokens: "cls_token" and its token, ….</summary>
    public IReadOnlyDictionary<string, string> special_tokens_map =>
        SpecialTokens.Names.Where(_special.ContainsKey).ToDictionary(name => name, name => _special[name].content);

    internal IReadOnlyDictionary<string, AddedToken> NamedSpecial => _special;

    internal IReadOnlyList<AddedToken> AdditionalSpecial => _additional;

    /// <summary>Adds special tokens without names: never split, and left out by decoding with skip_special_tokens.</summary>
    /// <returns>How many the vocabulary did not have.</returns>
    public int add_special_tokens(params IEnumerable<string> additional_special_tokens)
    {
        var tokens = additional_special_tokens.Select(AddedToken.MakeSpecial).ToList();
        _additional.AddRange(tokens.Where(token => _additional.TrueForAll(other => other.content != token.content)));
        return Pipeline.Added.Add(tokens);
    }

    private string? Special([System.Runtime.CompilerServices.CallerMemberName] string name = "") => _special.GetValueOrDefault(name)?.content;

    private void SetSpecial(string? token, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        if (token is null)
        {
            _special.Remove(name);
            return;
        }
        _special[name] = Pipeline.Added.Tokens.Values.FirstOrDefault(other => other.content == token && other.special) ?? AddedToken.MakeSpecial(token);
        Pipeline.Added.Add([_special[name]]);
    }

    private int? SpecialId(string? token) => token is null ? null : Pipeline.Added.IdOf(token);
}
